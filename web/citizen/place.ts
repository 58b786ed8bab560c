/** Where the person is, roughly, and only after they said yes to the reason. */
import type { CitizenContent } from '../../models/conversation/content.ts';

export const canLocate = (): boolean => 'geolocation' in navigator;

/** Three decimals are about 100 metres: near enough for a service point, too far for a front door. */
const roughly = (degrees: number): number => Math.round(degrees * 1000) / 1000;

export function locate(): Promise<Extract<CitizenContent, { type: 'place' }> | 'denied' | 'failed'> {
  return new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        resolve({ type: 'place', lat: roughly(coords.latitude), lon: roughly(coords.longitude) });
      },
      (error) => {
        resolve(error.code === error.PERMISSION_DENIED ? 'denied' : 'failed');
      },
      { enableHighAccuracy: false, timeout: 10_000, maximumAge: 300_000 },
    );
  });
}
