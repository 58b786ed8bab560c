import { Office, Window, offers } from '../../models/office/office.ts';
import { officeById, offices } from '../../models/office/offices.ts';
import { serviceById } from '../../models/guidance/catalogue.ts';

test.each(offices.map((o) => [o.id, o] as const))(
  '%s keeps to the schema and is marked as an example',
  (_id, office) => {
    expect(Office.safeParse(office).error?.issues).toBeUndefined();
    expect(office.hours.example).toBe(true);
    expect(office.phone).toBeNull();
    expect(office.leaves.filter((id) => serviceById(id) === undefined)).toEqual([]);
  },
);

test('the plate letters are those of the four cities', () => {
  expect(offices.map((o) => `宁${o.plateLetter} ${o.city.zh}`)).toEqual([
    '宁A 银川',
    '宁C 吴忠',
    '宁B 石嘴山',
    '宁E 中卫',
  ]);
});

test('a local measure is offered only where it is known from', () => {
  const at = (service: string) => offices.filter((o) => offers(o, service)).map((o) => o.id);
  expect(at('mortgage-release-video')).toEqual(['yinchuan']);
  expect(at('yellow-label-scrap')).toEqual(['zhongning']);
  expect(at('mortgage-release')).toEqual(['yinchuan', 'yanchi', 'pingluo', 'zhongning']);
});

test('the video room and the video service go together', () => {
  for (const o of offices) expect(o.videoRelease).toBe(offers(o, 'mortgage-release-video'));
});

test('an office that nobody configured is not found', () => {
  expect(officeById('guyuan')).toBeUndefined();
});

test('a window that ends before it begins is refused', () => {
  expect(Window.safeParse({ from: 720, to: 540 }).success).toBe(false);
});
