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
