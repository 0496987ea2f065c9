skill-title = Look
skill-about = What is in front of you: codes of every kind, each told for what it is.
title-look = What is this?
about-look = Says what is in front of you.
title-scan = Scan a code
about-scan = Reads the code in front of you and says what it is.
hint = scan this
nothing-seen = I see no code.
which-code = I see { $count } codes. Which one?
advice-dark = It is too dark.
advice-bright = It is too bright.
advice-still = Hold still.
advice-closer = A little closer.
advice-aim = Hold the code in the middle.
kind-web-address = It leads to { $about }.
kind-wifi = Wi-Fi network { $about }.
kind-contact = Contact: { $about }.
kind-event = Event: { $about }.
kind-place = A place: { $about }.
kind-phone = A phone number: { $about }.
kind-message = A message to { $about }.
kind-mail = A mail to { $about }.
kind-payment = { $about } asks for a payment.
kind-wallet =
    { $about ->
        [alipay] An Alipay code. Only Alipay can open it.
        [wechat] A WeChat code. Only WeChat can open it.
        [unionpay] A UnionPay code. Only a bank's app can open it.
       *[other] A wallet's code. Only that wallet can open it.
    }
kind-boarding-pass = Boarding pass of { $about }.
kind-product = Product { $about }.
kind-book = A book, ISBN { $about }.
kind-plain = It says: { $about }
row-address = Address
row-password = Password
row-security = Security
row-phones = Phone
row-mails = Mail
row-organisation = Organisation
row-website = Website
row-begins = Begins
row-ends = Ends
row-place = Place
row-description = Description
row-latitude = Latitude
row-longitude = Longitude
row-text = Text
row-subject = Subject
row-city = City
row-country = Country
row-serial = Serial
row-lot = Lot
row-expires = Expires
row-best-before = Best before
doubt-credentials = Careful: what comes before the @ is not where it leads.
doubt-look-alike = Careful: its letters look like those of another address.
doubt-number = Careful: the address is a number and no name.
doubt-scheme = Careful: it is an order to a computer ({ $scheme }). I only show it.
doubt-hidden = Careful: it has characters that do not show.
kind-payer = It is somebody's own payment code. I do nothing with it.
only-this-shop = Only this shop knows that number.
says-when = { $when }.
says-where = { $place }.
says-leg = Flight { $flight } from { $origin } to { $destination }, seat { $seat }.
says-password = The password is { $password }.
says-expiry = It expires on { $date }.
