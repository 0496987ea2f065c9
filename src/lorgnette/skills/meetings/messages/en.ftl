skill-title = Meetings
skill-about = Writes down what is said in a meeting, and makes its minutes.
hint = start a meeting
untitled = Meeting of { $date }
listening = Meeting: listening …
started = The meeting is on.
announcement = This meeting is being written down.
goes-on = The meeting goes on.
goes-on-already = A meeting is on already.
ended = The meeting is over. Here come the minutes.
no-meeting = There is no meeting on.
no-meetings = There are no meetings.
no-minutes = There are no minutes of any meeting.
cannot-write = I can't write the meeting down: the disk may be full.
announces = When a meeting begins I'll say: { $text }
announces-nothing = I won't announce meetings. The light is lit all the same.
marked = Marked.
noted = It's in the minutes.
named = Speaker { $number } is { $name }.
titled = The meeting is called { $title }.
speaker = Speaker { $number }
said-by = { $who }, in { $title }: { $text }
said = In { $title }: { $text }
nothing-said = I can't find that in any meeting.
delete = Delete the meeting “{ $title }” for good, with its minutes?
delete-sound = Delete the sound of “{ $title }”? What was said stays.
delete-all =
    { $count ->
        [one] Delete your only meeting for good, with its minutes?
       *[other] Delete all { $count } meetings for good, with their minutes?
    }
deleted =
    { $count ->
        [one] The meeting is deleted.
       *[other] { $count } meetings are deleted.
    }
sound-deleted = The sound is deleted.
no-sound = There is no sound of “{ $title }”.
still-on = A meeting is on. End it first.
owned = { $owner }: { $text }
in-short = { $duration }, { $people ->
        [0] nobody spoke
        [one] one person
       *[other] { $people } people
    }. { $decisions ->
        [0] No decisions
        [one] One decision
       *[other] { $decisions } decisions
    }, { $actions ->
        [0] nothing to do
        [one] one action item
       *[other] { $actions } action items
    }, { $questions ->
        [0] no open questions
        [one] one open question
       *[other] { $questions } open questions
    }.
heading-summary = Summary
heading-decisions = Decided
heading-actions = To do
heading-questions = Open
ask-title = What is it called?
ask-text = What should I say?
ask-number = Which speaker?
ask-name = What is their name?
ask-words = About what?
ask-person = Who?
title-start = Begin a meeting
about-start = Writes down what is said, speaker by speaker, until the meeting is over.
title-stop = End the meeting
about-stop = Ends the meeting and makes its minutes.
title-announce = Announcement
about-announce = Chooses what is said aloud when a meeting begins.
title-announce_nothing = No announcement
about-announce_nothing = Says nothing aloud when a meeting begins; the light is lit all the same.
title-mark = Mark
about-mark = Marks this moment of the meeting.
title-note = Note for the minutes
about-note = Puts a note into the minutes at this moment.
title-name = Name a speaker
about-name = Says who a speaker is, for all that they said and will say.
title-retitle = Title of the meeting
about-retitle = Gives the meeting a title.
title-who_said = Who said it
about-who_said = Tells who said something.
title-what_said = What somebody said
about-what_said = Tells what somebody said about something, in any meeting.
title-said_about = Search meetings
about-said_about = Finds what was said about something, in any meeting.
title-last_minutes = Minutes
about-last_minutes = Tells what came of the last meeting.
title-delete_last = Delete the last meeting
about-delete_last = Deletes the newest meeting with its minutes and its sound, after a yes.
title-delete_sound = Delete the sound of a meeting
about-delete_sound = Deletes what the newest meeting sounded like and keeps what was said, after a yes.
title-delete_all = Delete all meetings
about-delete_all = Deletes every meeting with its minutes and its sound, after a yes.
