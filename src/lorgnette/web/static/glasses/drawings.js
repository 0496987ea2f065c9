/** Pictures that the hub sent for its cards, as the lens shows them: light where they are bright. */
import { GREEN } from "./lens.js";

/** Pictures that are kept; the oldest goes first. */
const KEPT = 4;

/** The last drawings, by the name that cards have for them. */
export class Drawings {
  /** @type {Map<string, CanvasImageSource>} */
  images = new Map();

  /**
   * Take one in; a picture that no browser can read is left out.
   * @param {import("./types.js").Drawing} drawing
   */
  async keep({ number, picture }) {
    const bitmap = await createImageBitmap(new Blob([/** @type {BlobPart} */ (picture)])).catch(() => null);
    if (!bitmap) return;
    this.images.set(String(number), lit(bitmap));
    for (const name of [...this.images.keys()].slice(0, -KEPT)) this.images.delete(name);
  }
}

/**
 * A picture as green light: how bright it is becomes how much the lens shines there.
 * @param {ImageBitmap} bitmap
 */
function lit(bitmap) {
  const canvas = document.createElement("canvas");
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  const pen = canvas.getContext("2d");
  if (!pen) return bitmap;
  pen.drawImage(bitmap, 0, 0);
  const image = pen.getImageData(0, 0, bitmap.width, bitmap.height);
  const { data } = image;
  for (let at = 0; at < data.length; at += 4) {
    data[at + 3] = (0.299 * data[at] + 0.587 * data[at + 1] + 0.114 * data[at + 2]) * (data[at + 3] / 255);
  }
  pen.putImageData(image, 0, 0);
  pen.globalCompositeOperation = "source-in";
  pen.fillStyle = GREEN;
  pen.fillRect(0, 0, bitmap.width, bitmap.height);
  return canvas;
}
