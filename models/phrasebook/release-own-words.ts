/** The words of the pages for an owner's release by video, in the reader's language. */
import type { Language } from './refusals.ts';
import { releaseApplyEn } from './release-apply-en.ts';
import { releaseApplyZh, type ReleaseApplyWords } from './release-apply-zh.ts';
import { releaseTrackEn } from './release-track-en.ts';
import { releaseTrackZh, type ReleaseTrackWords } from './release-track-zh.ts';

const applying: Record<Language, ReleaseApplyWords> = { zh: releaseApplyZh, en: releaseApplyEn };
const tracking: Record<Language, ReleaseTrackWords> = { zh: releaseTrackZh, en: releaseTrackEn };
export const applyReleaseWords = (language: Language): ReleaseApplyWords => applying[language];
export const trackReleaseWords = (language: Language): ReleaseTrackWords => tracking[language];
