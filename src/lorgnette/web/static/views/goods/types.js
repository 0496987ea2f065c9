/**
 * What the hub tells of goods: see `lorgnette.web.api.goods`.
 *
 * @typedef {{ value: number, currency: string }} Sum
 * @typedef {{ value: number, unit: "g" | "ml" | "pieces" }} Amount
 *
 * @typedef {object} Hit  A product, or loose goods, that words have found.
 * @property {string} of
 * @property {Record<string, string>} names
 * @property {string} brand
 * @property {Amount | null} amount
 *
 * @typedef {object} Row  One thing that the wearer keeps.
 * @property {number} id
 * @property {string} name
 * @property {string} [of]
 * @property {string} [at]
 * @property {string} [shop]
 * @property {Sum} [price]
 *
 * @typedef {object} Mine
 * @property {Row[]} looked
 * @property {Row[]} wanted
 * @property {Row[]} basket
 * @property {Sum[]} total
 * @property {number} unpriced
 * @property {Row[]} prices
 * @property {Row[]} receipts
 * @property {Row[]} avoided
 * @property {Row[]} taught
 *
 * @typedef {"contains" | "named" | "traces" | "unknown" | "not-named"} Risk
 * @typedef {{ avoided: string, risk: Risk }} Warned
 * @typedef {{ text: string, avoided?: string }} Piece
 *
 * @typedef {object} Price
 * @property {Sum} price
 * @property {string} date
 * @property {"" | "kg" | "l"} [per]
 * @property {string} [shop]
 * @property {number} [metres]
 * @property {[Sum, "kg" | "l" | "piece"]} [unit]
 * @property {Sum} [regular]
 * @property {boolean} [member]
 * @property {boolean} [organic]
 * @property {string} [source]
 * @property {string} [proof]
 * @property {number} [mine]
 * @property {boolean} [compared]
 *
 * @typedef {object} Costs
 * @property {Sum} usual
 * @property {"" | "kg" | "l"} per
 * @property {number} count
 * @property {number} cheapest  its place among the prices
 * @property {number | null} nearby
 * @property {"good" | "usual" | "dear" | null} judged
 *
 * @typedef {object} Good
 * @property {string} [brand]
 * @property {string} [maker]
 * @property {Amount} [amount]
 * @property {string[]} [allergens]
 * @property {string[]} [traces]
 * @property {string} [nutriscore]
 * @property {string} [ecoscore]
 * @property {number} [nova]
 * @property {Record<string, number>} [nutrition]
 * @property {string} [source]
 * @property {string} [updated]
 *
 * @typedef {object} Sheet  The page of a product.
 * @property {string} of
 * @property {string} name
 * @property {Good | null} good
 * @property {boolean} failed
 * @property {Warned[]} warned
 * @property {Piece[]} ingredients
 * @property {Price[]} prices
 * @property {Costs | null} costs
 */
export {};
