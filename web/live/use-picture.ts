/** Shows a stream in a video element and keeps it shown: whichever of the two comes later. */
import { watchEffect, type Ref } from 'vue';

export function usePicture(
  video: Readonly<Ref<HTMLVideoElement | undefined>>,
  shown: () => { stream: MediaStream | undefined; silent: boolean },
): void {
  watchEffect(() => {
    const element = video.value;
    const { stream, silent } = shown();
    if (element === undefined) return;
    element.muted = silent;
    if (element.srcObject === (stream ?? null)) return;
    element.srcObject = stream ?? null;
    // Without a press the browser may hold back the sound, never the picture.
    if (stream !== undefined) element.play().catch(() => undefined);
  });
}
