skill-title = Shopping
skill-about = What a product is, what is in it, what it costs here and elsewhere; a list and a basket.
hint = what's on my shopping list
title-look_up = Look a product up
about-look_up = Finds a product by its name.
title-teach = Name a product
about-teach = Gives a name to a product that no catalogue knows.
title-price_here = What it costs here
about-price_here = Remembers what the product costs here, and says whether that is a good price.
title-good_price = Is it a good price?
about-good_price = Says whether the last price of the product is a good one.
title-open_page = The product's page
about-open_page = Opens the page of the product on your own page.
title-compare = Compare prices
about-compare = Tells where the product costs how much.
title-cheapest_nearby = Cheapest nearby
about-cheapest_nearby = Tells which shop near you has the product for the least.
title-nearest_shop = The nearest shop
about-nearest_shop = Tells which shop that has the product is nearest to you.
title-loose_price = What loose goods cost
about-loose_price = Tells what fruit, vegetables and other loose goods cost.
title-cost = What something costs
about-cost = Tells what something costs that you name.
title-avoid = Be warned
about-avoid = Warns you of something from now on.
title-allow = Be warned no more
about-allow = Warns you of something no more, after a yes.
title-avoids = What you are warned of
about-avoids = Tells what you are warned of.
title-want = Put on the list
about-want = Puts something on the shopping list.
title-wanted = The shopping list
about-wanted = Tells what is on the shopping list.
title-bought = Take off the list
about-bought = Takes something off the shopping list.
title-clear_list = Empty the list
about-clear_list = Empties the shopping list, after a yes.
title-put_in = Into the basket
about-put_in = Puts the product into the basket, and says what everything costs.
title-basket = The basket
about-basket = Tells what is in the basket, and what it costs together.
title-clear_basket = Empty the basket
about-clear_basket = Empties the basket, after a yes.
ask-words = Which product?
ask-name = What is it called?
ask-price = What does it cost?
ask-shop = Which shop?
ask-what = Of what?
ask-item = What should I put down?
only-this-shop = Only this shop knows that number.
unknown-product = I don't know the product { $number }. Say «this is called», and its name.
catalogue-silent = I can't look the product { $number } up just now.
no-such-product = I don't know a product called “{ $words }”.
which-product = Which one?
which-this = Which product? Please scan it first.
taught = { $name }: I'll remember.
no-price = That is no price.
price-kept = { $price }, noted.
no-others = I know too few other prices to compare.
say-the-price = What does it cost here? Say «it costs», and the price.
judged-good = That is a good price: usually it is { $usual }.
judged-usual = That is the usual price.
judged-dear = That is dear: usually it is { $usual }.
on-the-page = It is on your page, under Shopping.
no-prices-known = I know no prices of it.
cheapest = Cheapest I know: { $price }, { $shop }, seen on { $date }.
cheapest-nearby = Cheapest nearby: { $price }, { $shop }, seen on { $date }.
nearest = Nearest I know: { $price }, { $shop }, seen on { $date }.
none-nearby = I know no price of it nearby.
no-position = I don't know where you are.
no-shop-places = I don't know where these shops are.
shop-away = { $shop }, { $distance } away
per-kg = { $name }: about { $price } a kilogram.
per-l = { $name }: about { $price } a litre.
per-piece = { $name }: about { $price } a piece.
loose-cheapest = Cheapest I know: { $price }, { $shop }.
no-price-of = I know no price of “{ $words }”.
prices-silent = I can't ask what “{ $words }” costs just now.
somewhere = somewhere
price-usual = It costs about { $price }.
price-between = It usually costs { $usual }; the cheapest was { $cheapest }, { $shop }.
risk-contains = Careful: it contains { $what }!
risk-named = Careful: { $what } is among the ingredients!
risk-traces = Careful: it may contain traces of { $what }!
risk-unknown = I don't know whether it contains { $what }: please read the label.
allergen-gluten = gluten
allergen-crustaceans = crustaceans
allergen-eggs = eggs
allergen-fish = fish
allergen-peanuts = peanuts
allergen-soybeans = soy
allergen-milk = milk
allergen-nuts = nuts
allergen-celery = celery
allergen-mustard = mustard
allergen-sesame-seeds = sesame
allergen-sulphur-dioxide-and-sulphites = sulphites
allergen-lupin = lupin
allergen-molluscs = molluscs
row-nutriscore = Nutri-Score
row-ecoscore = Eco-Score
row-nova = Processing (1 to 4)
row-energy-kcal = Energy in 100
row-sugars = Sugars in 100
row-fat = Fat in 100
row-salt = Salt in 100
row-allergens = Allergens
row-per-kg = A kilogram
row-per-l = A litre
row-per-piece = A piece
row-history = So far
avoided = I'll warn you of { $what }.
never-avoided = I don't warn you of { $what }.
ask-allow = Should I warn you of { $what } no more?
allowed = I warn you of { $what } no more.
no-allergies = I don't warn you of anything.
allergies = I warn you of { $names }.
wanted = Added to your list: { $item }.
list-title = To buy
list-empty = Your shopping list is empty.
list-has = On your list: { $items }.
not-on-list = Not on your list: { $item }.
off-list = Off your list: { $item }.
clear-list =
    { $count ->
        [one] Should I delete the one thing on your list?
       *[other] Should I delete all { $count } things on your list?
    }
cleared-list = Your shopping list is empty now.
basket-empty = Your basket is empty.
basket-total =
    { $count ->
        [one] One thing for { $total }.
       *[other] { $count } things for { $total }.
    }
basket-partly = { $count } things for { $total }, and { $unknown } without a price.
basket-unpriced =
    { $count ->
        [one] One thing, without a price.
       *[other] { $count } things, without prices.
    }
clear-basket =
    { $count ->
        [one] Should I empty your basket with one thing?
       *[other] Should I empty your basket with { $count } things?
    }
cleared-basket = Your basket is empty now.
title-scan_receipt = Read a receipt
about-scan_receipt = Reads a receipt, and remembers its prices if it adds up.
cannot-read = I can't read pictures here.
no-receipt = I see no receipt.
receipt = Receipt
receipt-kept =
    { $count ->
        [one] One thing for { $total } at { $shop }. I'll remember it.
       *[other] { $count } things for { $total } at { $shop }. I'll remember them.
    }
receipt-no-total = I read { $count } things for { $total }, and no total. I kept nothing.
receipt-wrong = The receipt says { $total }, but what I read adds up to { $sum }. I kept nothing.
title-seek = Look for a product
about-seek = Finds a product that you are looking for.
title-on_list = Is it on the list?
about-on_list = Says whether something is on the shopping list.
title-got = I've got it
about-got = Takes what you have got off the shopping list.
title-put_named = Into the basket, by name
about-put_named = Puts something you name into the basket, and says what everything costs.
title-take_out = Out of the basket
about-take_out = Takes something out of the basket again.
title-paid_for = What I paid
about-paid_for = Tells what you paid for something last time, by your receipts.
title-spent = What I spent
about-spent = Tells what the receipts you scanned come to, in a week, a month or a year.
title-ingredients = What is in it
about-ingredients = Tells the ingredients of the product.
title-contains = Is there … in it?
about-contains = Tells what the label says about something in the product.
title-nutrition = How much is in it
about-nutrition = Tells how much sugar, fat, salt or energy is in the product.
ask-ware = Which product?
ask-nutrient = Of what?
ask-period = For what time?
basket-now = { $name }. { $total }
separator = ,{" "}
together = { $first } and { $last }
is-on-list = On your list: { $item }.
not-in-basket = Not in your basket: { $item }.
out-of-basket = Taken out: { $item }.
never-paid = I know no price that you paid for “{ $what }”.
last-paid = { $name }: { $price }, on { $date }, { $shop }.
no-receipts = I know no receipts of { $when }. Say «scan this receipt» to keep one.
spent =
    { $count ->
        [one] By one receipt of { $when }: { $total }.
       *[other] By { $count } receipts of { $when }: { $total }.
    }
no-ingredients = I don't know what is in it: please read the label.
risk-not-named = The label names its allergens, and { $what } is not among them. Please read it to be sure.
no-nutrition = I don't know that: nobody has told me { $what } of this product.
nutrition-g = { $what }: { $value } grams in 100 { $of ->
    [ml] millilitres
   *[g] grams
}.
nutrition-kcal = { $value } kilocalories in 100 { $of ->
    [ml] millilitres
   *[g] grams
}.
title-want_it = It, on the list
about-want_it = Puts what you scanned, or the lines you had read, on the shopping list.
title-cost_here = What it costs
about-cost_here = Tells what something costs: on the menu or price list you had read, or elsewhere.
nothing-to-list = What should I put down? Please scan it, or say its name.
ask-list-lines = Should I put these { $count } lines on your list?
not-on-it = I don't see “{ $words }” on it.
title-list_on_page = The list on my page
about-list_on_page = Opens the shopping list on your page.
title-cost_too = And what else costs
about-cost_too = Tells what something else on the price list costs.
title-free_of = Free of an allergen?
about-free_of = Tells what the label says about an allergen in the product.
ask-allergen = Of what?
title-brand = The brand
about-brand = Tells who makes the product.
title-size = How much is it
about-size = Tells how much is in the package.
title-expiry = Until when
about-expiry = Tells until when the product is good, when its code says so.
not-told = I don't know: nobody has told me.
no-expiry = Its code does not say: please look at the package.
expires = Until { $date }.
costs-together = Together { $total }.
