/** A picture of no real paper, for when none is at hand. */
export async function samplePhoto(): Promise<Blob> {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [1200, 800];
  const draw = canvas.getContext('2d');
  if (draw !== null) {
    draw.fillStyle = '#e8eef0';
    draw.fillRect(0, 0, 1200, 800);
    draw.fillStyle = '#ffffff';
    draw.fillRect(120, 100, 960, 600);
    draw.fillStyle = '#0b5a68';
    draw.font = '600 56px sans-serif';
    draw.fillText('机动车登记证书（样张）', 190, 220);
    draw.fillStyle = '#c3ced0';
    for (let row = 0; row < 6; row++) draw.fillRect(190, 290 + row * 60, row % 2 === 0 ? 760 : 520, 18);
  }
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error('no picture'));
      else resolve(blob);
    }, 'image/jpeg');
  });
}
