noted = Noted.
ask-text = What should I note?
ask-about = About what?
no-notes = You have no notes.
nothing-found = You have no note about { $about }.
notes =
    { $count ->
        [one] One note.
       *[other] { $count } notes.
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
