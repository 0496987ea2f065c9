"""Meetings in English, with traps, and what they come to."""

import pytest
from meetings import told

MEETINGS = {
    "a launch": (
        """
        Anna: Hello everyone, can you hear me?
        Ben: Yes.
        Anna: Today we talk about the launch of the new website.
        Ben: Last week we decided to use Django, remember?
        Anna: We did not decide on the colours yet.
        Cleo: Let's go with blue for the website.
        Anna: OK, great.
        Ben: Should we launch in June?
        Cleo: No, I don't think that works, the tests are not ready.
        Cleo: How about we launch on the first of July?
        Anna: Agreed.
        Anna: I'll send the press release by Friday.
        Anna: Can you book the venue, Ben?
        Ben: Sure. I'll do it tomorrow.
        Ben: Somebody needs to update the documentation.
        Cleo: I'll take care of it, end of the month.
        """,
        [
            "decided 6",
            "decided 10+11",
            "Anna 2026-05-08 12",
            "Ben 2026-05-06 13+14",
            "Cleo 2026-05-31 15+16",
        ],
    ),
    "what is denied, doubted, imagined, asked or reported is nothing": (
        """
        Anna: We haven't decided on the hotel.
        Ben: I don't think we agreed to that.
        Cleo: If we decided to move, I'll need a truck.
        Anna: Maybe I'll send a letter to the owner.
        Ben: The client said we decided to cancel the order.
        Cleo: They told me I'll be fired next week.
        Anna: Have we agreed on the price of the tickets?
        Ben: Forty euros each.
        Cleo: I'll be honest, I'll never understand the tax rules.
        Anna: I won't write that report, and I'm not going to call the bank.
        Ben: Unless it rains, I'll water the garden.
        """,
        [],
    ),
    "what is reported ends with its clause": (
        """
        Anna: The client said no, so I'll write a new offer by Thursday.
        Ben: As I said, we decided to keep the old logo.
        Cleo: We decided not to hire anybody this year.
        Anna: I'm not sure about the date, but I'll book the room tomorrow.
        """,
        ["decided 2", "decided 3", "Anna 2026-05-07 1", "Anna 2026-05-06 4"],
    ),
    "who is asked, and who does it": (
        """
        Anna: Dana, could you please check the contract by Thursday?
        Ben: Can somebody write the press release?
        Cleo: I can't, sorry.
        Anna: I'll do it.
        Ben: Cleo, can you order the chairs?
        Cleo: No, I have no time.
        Anna: Ben will ask the payment provider before next Tuesday.
        Cleo: Should I invite the press?
        Ben: Yes, please.
        Anna: The printer is broken.
        Cleo: Leave it to me.
        Anna: Dana needs to sign the lease on 2026-06-01.
        """,
        [
            "Dana 2026-05-07 1",
            "Anna - 2+4",
            "Ben 2026-05-12 7",
            "Cleo - 8+9",
            "Cleo - 10+11",
            "Dana 2026-06-01 12",
        ],
    ),
    "questions": (
        """
        Anna: What about the catering?
        Ben: Good question, I don't know.
        Anna: Who pays for the parking permits?
        Cleo: Anyway, next topic.
        Ben: How much money is left in the budget?
        Anna: About two thousand euros.
        Ben: When does the shop open?
        Cleo: Let's come back to that.
        Anna: We ship on Monday, right?
        Ben: Does that make sense?
        Cleo: By the way, the shop opens on Monday.
        Anna: Any other questions?
        """,
        ["open 1", "open 3"],
    ),
    "a proposal is decided by who answers it": (
        """
        Anna: Let's move the office to Berlin.
        Ben: I disagree.
        Cleo: We should paint the kitchen.
        Ben: The kitchen is fine as it is.
        Anna: Why don't we buy a coffee machine?
        Anna: Yes, that would be lovely.
        Ben: Shall we begin?
        Cleo: Yes.
        Anna: Let's go with the red carpet.
        Ben: No, wait, red is too expensive.
        Cleo: I suggest we rent the big hall in March.
        Ben: Sounds good, I'll call them.
        """,
        ["decided 11+12", "Ben - 12"],
    ),
    "two people without names": (
        """
        #1: Could you send me the figures of last year?
        #2: Sure, by Wednesday.
        #1: And will you update the slides?
        #2: I'll update the slides tonight.
        #1: Let me see. Okay. What is the password of the projector?
        """,
        ["#2 2026-05-06 1+2", "#2 2026-05-05 3+4", "open 5"],
    ),
    "nobody can tell who speaks": (
        """
        ?: We agreed to meet again in two weeks.
        ?: I'll prepare the agenda by the end of next week.
        ?: What's the budget for the second phase?
        """,
        ["decided 1", "None 2026-05-15 2", "open 3"],
    ),
    "days that are no deadlines": (
        """
        Anna: I'll send you the report from last Friday.
        Ben: I'll take the second point of the list with me.
        Cleo: I'll compare it with the numbers of the fifth of June.
        Anna: I'll translate what she wrote since Monday, and finish by next Friday.
        """,
        ["Anna - 1", "Ben - 2", "Cleo - 3", "Anna 2026-05-15 4"],
    ),
    "a whole meeting": (
        """
        Maria Lopez: Good morning everybody. So, first item, the migration of the database.
        Tom: Right. I looked at it yesterday. The tests passed on Friday.
        Maria Lopez: Great. When can we switch over?
        Tom: Well, the weekend of the twentieth would be best, because traffic is low.
        Priya: They said we must not touch anything before the end of the month.
        Maria Lopez: Okay. So we'll postpone the switch to June. Everybody okay with that?
        Tom: Yes.
        Priya: Yep, fine with me.
        Maria Lopez: Good. Then it's settled. Tom, you'll tell the operations people, please?
        Tom: Will do.
        Priya: Who's going to talk to the auditors?
        Maria Lopez: I can do that. I'm meeting them on Wednesday anyway.
        Tom: Second item is hiring. We have three candidates for the backend role.
        Priya: I really liked Jonas. He would have started in July, if we had made an offer.
        Maria Lopez: Let's make him an offer then.
        Tom: Absolutely.
        Priya: I'll draft the offer and send it to you by tomorrow noon, Maria.
        Maria Lopez: Perfect. What salary are we talking about?
        Priya: I'd have to check with finance.
        Tom: What happens with the second candidate?
        Maria Lopez: Let's take that offline.
        Tom: Hmm, I'd say we shouldn't use the agency any more. They're too expensive.
        Priya: Agreed, let's drop the agency.
        Maria Lopez: So do we need to tell them today?
        Tom: I don't think so.
        Maria Lopez: Could one of you book a room for the next meeting?
        Tom: I did that already.
        Priya: Somebody should really clean the fridge, it's disgusting.
        Tom: Ha ha. Not it.
        Maria Lopez: All right. I'm going to send around the slides this afternoon.
        Priya: Let me know if you need anything.
        Tom: I will. Bye.
        """,
        [
            "decided 6+7",
            "decided 9",
            "decided 15+16",
            "decided 23",
            "Tom - 9+10",
            "Maria Lopez - 11+12",
            "Priya 2026-05-06 17",
            "None - 28",
            "Maria Lopez 2026-05-05 30",
            "open 18",
            "open 20",
        ],
    ),
    "a talk": (
        """
        ?: okay so let's get started. um the first thing on the agenda is the garden party.
        ?: I think we should do it on Saturday.
        ?: Yeah, Saturday's good.
        ?: So who's bringing the drinks?
        ?: I'll bring the drinks, I guess, and the ice.
        ?: Could you pick up the tent from Mrs Miller on Friday afternoon?
        ?: Yes I could do that, no problem.
        ?: And what if it rains? Do we have a plan B?
        ?: We'll see. Let's hope it doesn't.
        ?: We might move it into the gym, but I would have to ask the school first.
        ?: All right then. Let's ask the school by Wednesday.
        ?: I'm going to do that.
        ?: I wanted to say thank you to Sarah, who will be leaving us next month.
        ?: Oh no, really? Where are you going, Sarah?
        ?: To Canada.
        ?: We need to think about a present. Who could organise that?
        ?: Will can do that. Will, would you take care of the present?
        ?: I will, sure.
        ?: Did anyone call the fire brigade?
        ?: Not yet.
        ?: I was going to call them but I forgot.
        ?: So we've decided on Saturday, then. I'll send you all an email.
        ?: We were going to use paper plates, weren't we?
        ?: No, we decided against plastic and paper last year.
        ?: Remember to bring your own cups!
        ?: The deadline for the flyer is May 12.
        """,
        [
            "decided 2+3",
            "decided 22",
            "None - 5",
            "None 2026-05-08 6+7",
            "None 2026-05-06 11+12",
            "None - 17+18",
            "None - 22",
            "open 8",
            "open 8",
        ],
    ),
    "customers": (
        """
        Nora: They asked can you deliver by Monday, and I told them we'd think about it.
        Omar: We can't do Monday. Wednesday is realistic.
        Nora: Fine, Wednesday it is. I'll let them know.
        Omar: Nora, could you also ask them for the new logo?
        Nora: Of course.
        Lena: By the way, have we heard back from legal?
        Omar: Nope. I'll ping them again after lunch.
        Lena: I was supposed to write the blog post. I'll do it by Thursday, promise.
        Nora: It would be nice if someone could test it on Windows.
        Lena: I can test it on Windows this week.
        Omar: Should we keep the old API? I don't see why we would.
        Nora: Let's not break anything before the fair.
        Omar: OK, then we keep it until July.
        Lena: Do you think we should raise prices?
        Nora: I'd rather not.
        Lena: Understood.
        Omar: We won't raise prices this year then. Agreed?
        Lena: Agreed.
        Nora: How many people registered for the webinar?
        Lena: Let me check. Two hundred and twelve.
        Omar: When is the webinar again?
        Nora: Next Thursday at five.
        Omar: We still haven't decided who's moderating it.
        Lena: I could moderate.
        Nora: That would be great, thank you.
        Omar: I will not be here next week, so please send everything to Lena.
        Nora: Is there a way to export the list of attendees?
        Omar: I have no idea, honestly.
        """,
        [
            "decided 12+13",
            "decided 17+18",
            "Nora - 4+5",
            "Omar - 7",
            "Lena 2026-05-07 8+8",
            "Lena 2026-05-08 10",
            "Lena - 24+25",
            "None - 26",
            "open 27",
        ],
    ),
}


@pytest.mark.parametrize(("meeting", "expected"), MEETINGS.values(), ids=MEETINGS)
def test_what_a_meeting_comes_to(meeting, expected):
    assert told(meeting) == expected
