/** What a canvas, sharp or ffmpeg hand over: four bytes a point, red, green, blue, alpha. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly data: Uint8ClampedArray
}
