/** The catalogue: everything that the vehicle office does, in the order in which people look for it. */
import { type CategoryId, type Service, type ServiceId, type Text } from './service.ts';
import { deregistration } from './services/deregistration.ts';
import { driverExam } from './services/driver-exam.ts';
import { driverLicences } from './services/driver-licence.ts';
import { inspection } from './services/inspection.ts';
import { localService } from './services/local-service.ts';
import { mortgagePledge } from './services/mortgage-pledge.ts';
import { platesCertificates } from './services/plates-certificates.ts';
import { schoolBus } from './services/school-bus.ts';
import { vehicleRegistration } from './services/vehicle-registration.ts';
import { violationsPoints } from './services/violations-points.ts';

export const categories = [
  { id: 'driver-licence', zh: '驾驶证', en: 'Driving licences' },
  { id: 'driver-exam', zh: '驾驶考试', en: 'Driving tests' },
  { id: 'plates-certificates', zh: '号牌、行驶证、登记证书', en: 'Plates, licences and certificates' },
  { id: 'vehicle-registration', zh: '机动车登记、过户', en: 'Vehicle registration and transfer' },
  { id: 'mortgage-pledge', zh: '抵押与质押', en: 'Mortgage and pledge' },
  { id: 'inspection', zh: '年检', en: 'Inspection' },
  { id: 'violations-points', zh: '违章与记分', en: 'Violations and points' },
  { id: 'deregistration', zh: '报废、注销', en: 'Scrapping and deregistration' },
  { id: 'school-bus', zh: '校车', en: 'School buses' },
  { id: 'local-service', zh: '便民服务、反映问题', en: 'Local services and reports' },
] as const satisfies readonly (Text & { id: CategoryId })[];

export const services: readonly Service[] = [
  ...driverLicences,
  ...driverExam,
  ...platesCertificates,
  ...vehicleRegistration,
  ...mortgagePledge,
  ...inspection,
  ...violationsPoints,
  ...deregistration,
  ...schoolBus,
  ...localService,
];

const byId: ReadonlyMap<ServiceId, Service> = new Map(services.map((s) => [s.id, s]));
export const serviceById = (id: ServiceId): Service | undefined => byId.get(id);

export const categoryOf = (id: CategoryId): Text => {
  const found = categories.find((c) => c.id === id);
  if (found === undefined) throw new Error(`category ${id} has no name`);
  return found;
};
