skill-title = Live picture
skill-about = Lets somebody whom you invite see live what you see.
hint = show Anna what I see
offer =
    { $faces ->
        [faces] Show { $name } live what you see? The pictures leave your hub, and faces are seen.
       *[hidden] Show { $name } live what you see? The pictures leave your hub, and faces are hidden.
    }
invited = The invitation is on the lens and on your page.
scan = Invitation for { $name }
watched =
    { $count ->
        [0] Nobody sees what you see
        [one] Seen live by { $name }
       *[other] Seen live by { $count } guests
    }
guest = a guest
offer-server =
    { $faces ->
        [faces] Send what you see to the server, for everybody who watches there? Faces are seen.
       *[hidden] Send what you see to the server, for everybody who watches there? Faces are hidden.
    }
begins = Going live.
on-air = On air
no-server = No server is set up for that. Say “show somebody what I see” to invite a guest.
enough = You have invited { $count } already, and more cannot watch.
over = Nobody sees any more what you see.
nobody-came = Nobody came. The invitation is void now.
all-gone = Everybody has gone. Nobody sees any more what you see.
broken = The live picture broke off. Nobody sees any more what you see.
not-taken = The live picture could not be sent.
not-sharing = Nobody sees what you see.
ask-name = To whom?
title-show = Show what I see
about-show = Invites somebody to see live what you see, after a yes. Faces are hidden.
title-show_faces = Show what I see, with faces
about-show_faces = The same, and faces are seen.
title-send = Go live
about-send = Sends what you see to the server of this hub, after a yes. Faces are hidden.
title-send_faces = Go live, with faces
about-send_faces = The same, and faces are seen.
title-stop = Stop sharing
about-stop = Ends the live picture at once.
