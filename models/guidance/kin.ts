/** Services that people do not keep apart: to ask about one is no new matter while the talk is about the other. */
const kin: readonly (readonly string[])[] = [
  ['inspection-mark', 'inspection-exempt-mark'],
  ['mortgage-release', 'mortgage-release-video', 'mortgage-release-court'],
  ['scrap-deregistration', 'scrap-deregistration-offsite'],
  ['exam-subject-1', 'exam-subject-2', 'exam-subject-3', 'exam-subject-4'],
  ['vehicle-e-domicile-transfer', 'vehicle-move-in', 'vehicle-move-out'],
  ['licence-first-apply', 'learner-permit'],
];

/** All of its group, itself among them; none for a service that stands alone. */
export const kinOf = (service: string): readonly string[] => kin.find((group) => group.includes(service)) ?? [];

export const isKin = (one: string | undefined, other: string | undefined): boolean =>
  one === other || (one !== undefined && other !== undefined && kinOf(one).includes(other));
