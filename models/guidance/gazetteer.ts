/** Where the counties and townships of Ningxia lie, roughly: good for "which point is nearer", not for maps. */
export type NamedPlace = {
  nameZh: string;
  county: string;
  lat: number;
  lon: number;
  terrain: 'town' | 'plain' | 'mountain';
};

const of = (county: string, terrain: NamedPlace['terrain'], ...places: [string, number, number][]): NamedPlace[] =>
  places.map(([nameZh, lat, lon]) => ({ nameZh, county, lat, lon, terrain }));

/** Approximate, from general knowledge, to about five kilometres in the townships; to be replaced by surveyed data. */
export const gazetteer: readonly NamedPlace[] = [
  ...of(
    '银川',
    'town',
    ['银川', 38.487, 106.231],
    ['兴庆', 38.474, 106.289],
    ['金凤', 38.473, 106.243],
    ['西夏', 38.492, 106.156],
  ),
  ...of(
    '永宁',
    'plain',
    ['永宁', 38.277, 106.253],
    ['望远', 38.361, 106.253],
    ['李俊', 38.148, 106.163],
    ['闽宁', 38.25, 105.97],
  ),
  ...of(
    '贺兰',
    'plain',
    ['贺兰', 38.554, 106.35],
    ['立岗', 38.664, 106.45],
    ['洪广', 38.68, 106.25],
    ['金贵', 38.54, 106.46],
  ),
  ...of(
    '灵武',
    'plain',
    ['灵武', 38.103, 106.34],
    ['宁东', 38.16, 106.58],
    ['磁窑堡', 38.09, 106.79],
    ['马家滩', 37.85, 106.79],
  ),
  ...of(
    '石嘴山',
    'town',
    ['石嘴山', 39.013, 106.376],
    ['大武口', 39.013, 106.376],
    ['惠农', 39.24, 106.78],
    ['尾闸', 39.14, 106.71],
  ),
  ...of(
    '平罗',
    'plain',
    ['平罗', 38.907, 106.524],
    ['姚伏', 38.79, 106.44],
    ['崇岗', 38.87, 106.29],
    ['陶乐', 38.82, 106.69],
    ['黄渠桥', 39.03, 106.64],
    ['宝丰', 39.02, 106.72],
    ['头闸', 38.97, 106.66],
    ['高庄', 38.94, 106.51],
    ['通伏', 38.76, 106.59],
    ['灵沙', 38.98, 106.72],
    ['高仁', 38.77, 106.72],
    ['红崖子', 39.02, 106.84],
    ['渠口', 38.8, 106.55],
  ),
  ...of(
    '吴忠',
    'town',
    ['吴忠', 37.998, 106.199],
    ['利通', 37.985, 106.203],
    ['金积', 37.93, 106.11],
    ['金银滩', 37.87, 106.19],
  ),
  ...of(
    '青铜峡',
    'plain',
    ['青铜峡', 38.021, 106.079],
    ['小坝', 38.02, 106.07],
    ['叶盛', 38.12, 106.12],
    ['峡口', 37.88, 105.99],
  ),
  ...of('红寺堡', 'mountain', ['红寺堡', 37.426, 106.062], ['太阳山', 37.43, 106.52]),
  ...of(
    '同心',
    'mountain',
    ['同心', 36.981, 105.914],
    ['韦州', 37.29, 106.49],
    ['下马关', 37.11, 106.44],
    ['预旺', 36.85, 106.37],
    ['王团', 36.87, 105.98],
  ),
  ...of(
    '盐池',
    'mountain',
    ['盐池', 37.783, 107.405],
    ['花马池', 37.783, 107.405],
    ['大水坑', 37.42, 106.98],
    ['惠安堡', 37.44, 106.62],
    ['高沙窝', 38.0, 107.07],
    ['王乐井', 37.75, 107.22],
    ['冯记沟', 37.62, 106.86],
    ['青山', 37.6, 107.15],
    ['麻黄山', 37.2, 107.08],
  ),
  ...of('固原', 'mountain', ['固原', 36.016, 106.243], ['原州', 36.003, 106.285], ['三营', 36.27, 106.17]),
  ...of('西吉', 'mountain', ['西吉', 35.966, 105.729], ['兴隆', 35.79, 105.73], ['将台堡', 35.81, 105.83]),
  ...of('隆德', 'mountain', ['隆德', 35.618, 106.124]),
  ...of('泾源', 'mountain', ['泾源', 35.5, 106.339]),
  ...of('彭阳', 'mountain', ['彭阳', 35.851, 106.642], ['王洼', 36.12, 106.66]),
  ...of(
    '中卫',
    'town',
    ['中卫', 37.5, 105.19],
    ['沙坡头', 37.5, 105.18],
    ['宣和', 37.46, 105.41],
    ['兴仁', 36.98, 105.24],
  ),
  ...of(
    '中宁',
    'plain',
    ['中宁', 37.49, 105.685],
    ['石空', 37.57, 105.58],
    ['鸣沙', 37.61, 105.92],
    ['恩和', 37.54, 105.8],
    ['新堡', 37.47, 105.67],
    ['舟塔', 37.47, 105.6],
    ['余丁', 37.54, 105.47],
    ['白马', 37.69, 105.98],
    ['太阳梁', 37.65, 105.74],
  ),
  ...of('中宁', 'mountain', ['喊叫水', 37.05, 105.61], ['徐套', 37.16, 105.47], ['大战场', 37.36, 105.77]),
  ...of(
    '海原',
    'mountain',
    ['海原', 36.565, 105.643],
    ['李旺', 36.66, 106.08],
    ['西安镇', 36.6, 105.48],
    ['七营', 36.48, 106.14],
  ),
];

const suffix = /(镇|乡|县|市|区|街道|村|那边|这边|附近)+$/;

/** The place somebody names: 喊叫水, 喊叫水乡, 中宁喊叫水. The longest name that occurs wins. */
export function placeNamed(text: string): NamedPlace | undefined {
  const plain = text.replace(/[\s，。、]/g, '');
  const exact = gazetteer.find((p) => p.nameZh === plain || p.nameZh === plain.replace(suffix, ''));
  if (exact !== undefined) return exact;
  return gazetteer
    .filter((p) => plain.includes(p.nameZh))
    .sort((a, b) => b.nameZh.length - a.nameZh.length || plain.lastIndexOf(b.nameZh) - plain.lastIndexOf(a.nameZh))[0];
}

const EARTH_KM = 6371;
const rad = (degrees: number): number => (degrees * Math.PI) / 180;

/** Kilometres as the crow flies. */
export function distanceKm(a: { lat: number; lon: number }, b: { lat: number; lon: number }): number {
  const h =
    Math.sin(rad(b.lat - a.lat) / 2) ** 2 +
    Math.cos(rad(a.lat)) * Math.cos(rad(b.lat)) * Math.sin(rad(b.lon - a.lon) / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}
