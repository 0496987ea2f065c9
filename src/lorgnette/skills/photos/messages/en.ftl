skill-title = Photos
skill-about = Photos and videos of what is in front of you, found again by what stands in them.
hint = take a photo
taken = Taken.
none = You have no photos.
none-with = I found no photo with “{ $words }”.
none-from = You took no photo on { $day }.
none-here = I know of no photo that was taken here.
placed = Taken at { $place }.
unplaced = I don't know where that was.
nowhere = I don't know where you are: the glasses don't say.
found =
    { $count ->
        [one] From { $when }.
       *[other] { $count } photos, the newest from { $when }.
    }
like = Something like it.
today = today, { $clock }
yesterday = yesterday, { $clock }
that-day = { $day }, { $clock }
count =
    { $count ->
        [0] You have no photos.
        [one] You have one photo.
       *[other] You have { $count } photos.
    }
delete =
    { $kind ->
        [film] Delete the video from { $when }?
       *[other] Delete the photo from { $when }?
    }
deleted = Deleted.
filming = Recording { $clock }
filming-begins = Recording.
filming-already = I am recording already.
film-kept = Video kept: { $length }.
film-lost = The video could not be kept.
not-filming = I am recording no video.
ask-title = A photo of what?
ask-words = With which words?
ask-day = From which day?
title-take = Take a photo
about-take = Takes a photo and keeps it.
title-delete_last = Delete the newest photo
about-delete_last = Deletes the newest photo or video, after a yes.
title-find = Find photos
about-find = Finds the photos in which some words stand, or of such a place.
title-find_day = Photos of a day
about-find_day = Finds the photos of a day.
title-find_here = Photos of this place
about-find_here = Finds the photos that were taken where you are.
title-tell_where = Where a photo was taken
about-tell_where = Tells where the newest photo was taken, where a map knows.
title-show_last = Show the newest photo
about-show_last = Shows the newest photo.
title-count = Count photos
about-count = Tells how many photos there are.
title-record = Record a video
about-record = Records what you see and hear until you stop it.
title-stop = Stop recording
about-stop = Ends the video and keeps it.
title-before = The photo before
about-before = Shows the photo that was taken before the one that was shown last.
title-says = What a photo says
about-says = Reads what stands in the photo that was shown last, or in the newest.
none-before = There is none before that.
not-read-yet = I have not read it yet. Please ask again in a moment.
says-nothing = I see no text in it.
