/** One row of a lender's list becomes a release: lender and owner apply together, the agent who hands it in has it; the owner is told and hands in the papers. */
import { done } from '../../models/outcome.ts';
import { fileRelease } from './file-release.ts';
import type { FilesRelease } from './import-releases.ts';

/** The row's id was reserved for it, so filing it again answers with the same number. The owner's phone is the lender's word: it is confirmed in the call. */
export const fileForLender: FilesRelease = async (deps, row, { agent, lender }) => {
  const { id, office, ownerName, ownerPhone, certificateWith, plate, vinTail, certificate, contract } = row;
  const filed = await fileRelease(
    deps,
    {
      id,
      office,
      channel: 'lender',
      language: 'zh',
      basis: 'joint',
      sides: ['owner', 'lender'],
      owner: { name: ownerName, company: false, phone: ownerPhone },
      lender: lender.id,
      vehicle: { plate, vinTail, certificate, contract },
      certificateWith,
      notify: 'sms',
      papers: [],
    },
    { phoneConfirmed: false, lenderName: lender.name, agent: { id: agent.id, name: agent.name } },
  );
  if (!filed.ok) return filed;
  return done({ number: filed.value.number });
};
