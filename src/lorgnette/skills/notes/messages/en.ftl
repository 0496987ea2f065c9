skill-title = Notes
skill-about = Things to remember, in your own words.
hint = take a note buy milk
noted = Noted.
no-notes = You have no notes.
nothing-found = You have no note about “{ $about }”.
notes-title =
    { $count ->
        [one] One note
       *[other] { $count } notes
    }
notes =
    { $count ->
        [one] One note: { $notes }
       *[other] { $count } notes: { $notes }{ and-more }
    }
and-more =
    { $more ->
        [0] {""}
       *[other] ; and { $more } more
    }
list-separator = ;{" "}
delete =
    { $count ->
        [one] Delete the note “{ $text }”?
       *[other] Delete { $count } notes?
    }
deleted =
    { $count ->
        [one] The note is deleted.
       *[other] { $count } notes are deleted.
    }
ask-text = What should I note?
ask-about = About what?
title-take = Take a note
about-take = Writes a note down.
title-list_all = Read the notes
about-list_all = Tells and shows all notes, the newest first.
title-search = Find notes
about-search = Finds the notes in which some words occur.
title-delete_last = Delete the newest note
about-delete_last = Deletes the newest note, after a yes.
title-delete_about = Delete notes about something
about-delete_about = Deletes the notes in which some words occur, after a yes.
title-delete_all = Delete all notes
about-delete_all = Deletes every note, after a yes.
