/**
 * What the modules of the glasses tell each other. Names are those of the link and its reference.
 *
 * @typedef {Int16Array} Sound  16 kHz, mono, signed 16-bit.
 *
 * @typedef {object} Limits  The hub's table of limits, as far as glasses keep to it.
 * @property {number} text_length
 * @property {number} media_bytes
 * @property {number} audio_samples
 * @property {number} listening_chunk
 * @property {number} ring_seconds
 * @property {number} ring_messages
 * @property {number} played_seconds
 *
 * @typedef {object} Microphone
 * @property {"microphone"} kind
 * @property {number} sample  The number of the first sample.
 * @property {Sound} sound
 * @property {boolean} end  The microphone stops after it.
 * @property {boolean} lost  Samples before it were recorded, and could not be kept.
 *
 * @typedef {object} Speech
 * @property {"speech"} kind
 * @property {number} epoch
 * @property {number} sample  Counted within the epoch.
 * @property {Sound} sound
 * @property {number} [side]  Where the voice comes from: −1 left, 1 right.
 *
 * @typedef {object} Picture
 * @property {"camera"} kind
 * @property {number} number
 * @property {number} sample
 * @property {Uint8Array} picture  JPEG.
 *
 * @typedef {object} Drawing
 * @property {"drawing"} kind
 * @property {number} number  How cards name it.
 * @property {Uint8Array} picture  JPEG or PNG.
 *
 * @typedef {Microphone | Speech | Picture | Drawing} Media
 *
 * @typedef {object} Display
 * @property {"none" | "pixels" | "text"} layout
 * @property {number} width
 * @property {number} height
 *
 * @typedef {object} Profile
 * @property {string} name
 * @property {Display} display
 * @property {boolean} microphone
 * @property {boolean} speaker
 * @property {boolean} camera
 * @property {boolean} touch
 * @property {boolean} battery
 *
 * @typedef {"tap" | "double_tap" | "long_press" | "slide_forward" | "slide_back"} Gesture
 *
 * @typedef {{type: "touched", gesture: Gesture, sample: number}
 *   | {type: "talk", pressed: boolean, sample: number}
 *   | {type: "typed", text: string, language: string, id: string}} Said  What gets a number.
 *
 * @typedef {{type: "played", epoch: number, sample: number, done: boolean}} Played
 *
 * @typedef {object} Position
 * @property {number} latitude
 * @property {number} longitude
 * @property {number} accuracy
 * @property {number | null} heading
 * @property {number | null} speed
 *
 * @typedef {{type: "blind", reason: string} | {type: "lost", reason: string}
 *   | {type: "located", position: Position, age: number}} Mention  What counts only now.
 *
 * @typedef {object} Status
 * @property {"status"} type
 * @property {number | null} battery
 * @property {boolean | null} charging
 * @property {number} volume
 * @property {number} brightness
 * @property {Position | null} position
 *
 * @typedef {object} Welcome
 * @property {"welcome"} type
 * @property {string} session
 * @property {boolean} resumed
 * @property {number} sample
 * @property {number} number
 * @property {number} chunk
 * @property {string[]} wake_words
 * @property {Limits} limits
 *
 * @typedef {{text: string, right?: string, emphasis?: "normal" | "strong" | "faint"}} Line
 *
 * @typedef {{text?: string, tail?: string, speaker?: string}} Spoken
 *
 * @typedef {object} Card
 * @property {"text" | "list" | "progress" | "arrow" | "map" | "picture" | "question" | "captions"} kind
 * @property {string} [title]
 * @property {Line[]} [lines]
 * @property {string} [footer]
 * @property {string} [page]  where on the wearer's page there is more
 * @property {boolean} [opens]  the wearer asked for that page
 * @property {Line[]} [items]
 * @property {string[]} [choices]
 * @property {number | null} [selected]
 * @property {string} [label]
 * @property {number} [fraction]
 * @property {number | null} [seconds_left]
 * @property {number} [seconds_whole]
 * @property {string} [distance]
 * @property {string} [alt]
 * @property {Spoken[]} [spoken]
 * @property {Spoken[]} [source]
 *
 * @typedef {{x: number, y: number}} Corner
 * @typedef {"left" | "right" | "middle"} Align
 * @typedef {Corner & {draw: "text", text: string, size: number, width: number, align?: Align,
 *   emphasis?: "normal" | "strong" | "faint", faint_from?: number | null}} Run
 * @typedef {Corner & {draw: "countdown", size: number, width: number, seconds_left: number,
 *   align?: Align}} Countdown
 * @typedef {Corner & {draw: "box", width: number, height: number, stroke?: number}} Box
 * @typedef {Corner & {draw: "bar", width: number, height: number, done: number,
 *   seconds_left?: number | null}} Bar
 * @typedef {Corner & {draw: "shape", width: number, height: number,
 *   polygons: [number, number][][], glyph: string}} Shape
 * @typedef {Corner & {draw: "image", width: number, height: number, source: string,
 *   alt?: string}} Image
 * @typedef {Run | Countdown | Box | Bar | Shape | Image} Mark
 *
 * @typedef {{layout: "pixels", width: number, height: number, marks: Mark[], page: number,
 *   pages: number, seconds: number}} Scene
 * @typedef {{layout: "text", width: number, height: number, rows: string[], page: number,
 *   pages: number, seconds: number}} Grid
 * @typedef {Scene | Grid} View
 *
 * @typedef {{type: "show" | "update", card: Card, slot: string, pages?: View[], page?: number,
 *   event?: number}} Show
 *
 * @typedef {{type: string, event?: number, epoch?: number, sample?: number, samples?: number,
 *   number?: number, id?: number, text?: string, language?: string | null, name?: string,
 *   slot?: string, on?: boolean, code?: string, reason?: string, retry_after?: number | null,
 *   volume?: number | null, brightness?: number | null, microphone?: boolean, camera?: boolean,
 *   purpose?: string, rate?: number, side?: number, what?: string, over?: boolean, since?: number}} Other
 *
 * @typedef {Welcome | Show | Other} Message  A text frame of the hub.
 * @typedef {Message | Speech | Drawing} News  What arrives once.
 *
 * @typedef {"off" | "connecting" | "connected" | "away" | "refused" | "elsewhere"} LinkState
 * @typedef {"off" | "asking" | "on" | "refused" | "missing" | "lost"} SenseState
 * @typedef {{percent: number, charging: boolean, simulated: boolean}} Battery
 *
 * @typedef {object} State  How the glasses are.
 * @property {LinkState} link
 * @property {string | null} refusal  The code of the hub that does not let these glasses in.
 * @property {SenseState} microphone
 * @property {SenseState | "none"} camera  None: this model of glasses has no camera.
 * @property {SenseState} position
 * @property {{microphone: boolean, camera: boolean, position: boolean, purpose: string}} lit
 * @property {boolean} listening  The hub listens to more than the wake word.
 * @property {boolean} blocked  The browser lets no sound out before the page is touched.
 * @property {Battery | null} battery
 * @property {number} volume
 * @property {number} brightness
 * @property {boolean} speaking
 * @property {number | null} latency  Milliseconds there and back.
 * @property {number} waiting  Seconds of sound that the hub has not acknowledged.
 */

export {};
