/* A picture made small enough for a bad line; what the browser cannot read goes as it is. */

const LONGEST_PX = 1920;
const QUALITY = 0.8;
const SMALL_BYTES = 400_000;

function drawn(bitmap: ImageBitmap, scale: number): Promise<Blob | null> {
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(bitmap.width * scale);
  canvas.height = Math.round(bitmap.height * scale);
  canvas.getContext("2d")!.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", QUALITY));
}

/* → the file, or a smaller one. An old browser that cannot turn a picture upright refuses the option. */
export async function shrink(file: File): Promise<Blob> {
  if (file.size <= SMALL_BYTES) return file;
  try {
    const bitmap = await createImageBitmap(file, { imageOrientation: "from-image" });
    const blob = await drawn(bitmap, Math.min(1, LONGEST_PX / Math.max(bitmap.width, bitmap.height)));
    bitmap.close();
    return blob && blob.size < file.size ? blob : file;
  } catch {
    return file;
  }
}

/* The policy of the page lets pictures come from itself and as data, and from nowhere else. */
export function asAddress(blob: Blob): Promise<string> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => resolve("");
    reader.readAsDataURL(blob);
  });
}
