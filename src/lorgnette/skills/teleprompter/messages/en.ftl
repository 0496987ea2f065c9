skill-title = Teleprompter
skill-about = Shows or whispers your speech while you give it, and goes on with your words.
hint = start the teleprompter with my speech
no-speech = There is no speech among your notes yet. On your page, add a note and paste it there; a first line with an empty line below it is its name.
not-called = None of your notes is called “{ $name }”.
taken = This is “{ $name }”.
which = Which one: { $names }?
list-separator = ,{" "}
whispers = These glasses have no display, so I whisper the next words when you hesitate, or when you tap. It begins: { $words }
that-was-all = That was all.
footer =
    { $paused ->
        [yes] Paused, { $percent }%
       *[no] { $percent }%
    }
not-running = The teleprompter is not running.
stopped = The teleprompter is off.
paused = It waits.
goes-on = It goes on.
ask-name = With which note?
ask-part = By a line, a sentence or a paragraph?
title-start = Start the teleprompter
about-start = Follows a speech from your notes, word by word, while you give it. It bears with words you skip, change or add.
title-stop = Stop the teleprompter
about-stop = Leaves the teleprompter.
title-pause = Pause
about-pause = Stays where you are, whatever is said.
title-go_on = Go on
about-go_on = Follows you again after a pause.
title-back = Go back
about-back = Goes back by a line, a sentence or a paragraph.
title-ahead = Skip ahead
about-ahead = Goes ahead by a line, a sentence or a paragraph.
title-start_over = Start over
about-start_over = Goes back to the first word.
