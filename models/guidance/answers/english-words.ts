/** Which English words mean which matter; every pattern of a row must occur, none of `none` may. */
type EnglishRow = { label: string; all: readonly RegExp[]; none?: RegExp; score?: number };

const licence = /\b(driv(er'?s?|ing|er) )?licen[cs]e\b|\bdriving permit\b/;
const vehicleLicence = /\b(vehicle|car) (licen[cs]e|registration card)\b|\bdriving permit book\b/;
const lost = /\blost\b|\bstolen\b|\bmissing\b|\bcan'?t find\b|\bcannot find\b|\breplace(ment)?\b/;
const foreign =
  /\b(foreign|german|french|american|us|uk|british|italian|spanish|japanese|korean|russian|indian|australian|canadian|european|overseas|hong ?kong|my country|international|abroad)\b/;

export const englishWords: readonly EnglishRow[] = [
  {
    label: 'overseas-licence',
    all: [foreign, licence],
    none: /\blost\b|\bexpire|temporary|until then|meanwhile|drive with/,
  },
  {
    label: 'overseas-licence',
    all: [/\b(convert|exchange|change|swap|chinese one|chinese licen[cs]e)\b/, licence],
    none: /\baddress|name\b/,
    score: 0.92,
  },
  { label: 'temporary-driving-permit', all: [/\btemporar(y|ily)\b/, /\b(driv|licen[cs]e|permit)/], none: /plate/ },
  { label: 'temporary-driving-permit', all: [foreign, /\b(drive|use)\b.*\b(with|my)\b/], score: 0.72 },
  { label: 'licence-replace-lost', all: [lost, licence], none: /plate|vehicle licen|number|registration cert/ },
  {
    label: 'licence-renew-expiry',
    all: [/\b(renew|expir(e|ed|es|ing|y)|run(s|ning)? out)\b/, licence],
    none: /vehicle licen/,
  },
  { label: 'licence-replace-damaged', all: [/\b(damaged|broken|worn|unreadable|washed)\b/, licence], score: 0.91 },
  { label: 'licence-info-change', all: [/\b(name|address|surname)\b/, /\b(chang|moved|new)/, licence] },
  {
    label: 'licence-first-apply',
    all: [
      /\b(learn to drive|get a (chinese )?(driving )?licen[cs]e|first licen[cs]e|driving school|apply for a (driving )?licen[cs]e)\b/,
    ],
    none: foreign,
    score: 0.8,
  },
  { label: 'electronic-licence', all: [/\b(electronic|digital|e-?)\b ?/, licence] },
  { label: 'replace-vehicle-licence', all: [lost, vehicleLicence], score: 0.93 },
  {
    label: 'replace-plate',
    all: [/\b(plates?|number plates?|license plates?)\b/, lost],
    none: /temporary|choose|whose/,
  },
  { label: 'temporary-plate', all: [/\btemporary\b/, /\bplates?\b/] },
  { label: 'plate-selection', all: [/\b(choose|pick|select)\b/, /\b(plates?|number)\b/] },
  { label: 'replace-registration-certificate', all: [/\b(registration certificate|green book|title)\b/, lost] },
  {
    label: 'vehicle-initial-registration',
    all: [/\b(new car|new vehicle|bought a car|just bought|register (a|my|the) (new )?(car|vehicle))\b/],
    none: /second ?hand|used/,
    score: 0.85,
  },
  {
    label: 'vehicle-transfer-registration',
    all: [
      /\b(transfer|sell|sold|buy|bought|second ?hand|used car|change of owner|ownership)\b/,
      /\b(car|vehicle|ownership|motorcycle|motorbike)\b/,
    ],
    none: /new car|mortgag|another (city|province)/,
    score: 0.82,
  },
  {
    label: 'vehicle-e-domicile-transfer',
    all: [
      /\b(mov|transfer|register)/,
      /\b(another|different|other) (city|province)\b|\bnew (city|province)\b/,
      /\b(car|vehicle|plate)/,
    ],
  },
  {
    label: 'owner-contact-filing',
    all: [/\b(phone|mobile|contact)\b/, /\b(chang|new|updat)/, /\b(car|vehicle|owner)/],
  },
  {
    label: 'driver-contact-filing',
    all: [/\b(phone|mobile|contact)\b/, /\b(chang|new|updat)/, /\b(licen[cs]e|driver)/],
  },
  { label: 'owner-contact-filing', all: [/\b(phone|mobile) number\b/, /\b(chang|new|updat)/], score: 0.6 },
  {
    label: 'mortgage-release',
    all: [/\b(mortgage|loan|lien|paid off)\b/, /\b(release|remov|paid|finish|cancel|clear|lift)/],
    none: /\bvideo\b|court/,
  },
  { label: 'mortgage-release-court', all: [/\bcourt\b/, /\b(mortgage|lien)\b/] },
  {
    label: 'mortgage-registration',
    all: [/\b(mortgage|pledge) (my|a|the) (car|vehicle)\b|\bregister a mortgage\b/],
    none: /release|remove/,
  },
  {
    label: 'inspection-mark',
    all: [/\b(inspection|roadworth|annual (test|check)|mot|technical test)\b/],
    none: /exempt|sticker lost/,
  },
  { label: 'inspection-exempt-mark', all: [/\bexempt/, /\binspection\b/], score: 0.95 },
  { label: 'scrap-deregistration', all: [/\b(scrap|junk|wreck|dispose of)\b/] },
  {
    label: 'violation-processing',
    all: [/\b(violation|traffic (fine|ticket)|speeding ticket|ticket|camera fine|penalt)/],
    none: /wrong|dispute|appeal|not me|point/,
  },
  {
    label: 'violation-objection',
    all: [/\b(dispute|appeal|object|wrong|not me|contest)/, /\b(violation|fine|ticket)/],
  },
  { label: 'full-points-study', all: [/\b(12|twelve) points\b/] },
  { label: 'points-reduction', all: [/\breduc|\bget (back )?points\b/, /\bpoints?\b/] },
  { label: 'licence-restore', all: [/\b(restor|reinstat|get back|cancelled)/, licence], none: /\blost\b/, score: 0.86 },
  { label: 'medical-certificate-submit', all: [/\bmedical (check|certificate|exam)/], score: 0.75 },
  {
    label: 'exam-subject-1',
    all: [/(theory test|subject (1|one)\b|科目一)/, /\b(book|appoint|when|how)/],
    score: 0.72,
  },
  { label: 'exam-subject-3', all: [/\b(road test|subject (3|three))\b/] },
  { label: 'motorcycle-exam', all: [/\b(motorcycle|motorbike|scooter)\b/, /\b(licen[cs]e|test|exam)\b/], score: 0.93 },
  {
    label: 'intent:talk-to-human',
    all: [/\b(human|real person|officer|speak to|talk to|someone|customer service)\b/],
    none: /language|english/,
    score: 0.88,
  },
  {
    label: 'intent:file-complaint',
    all: [/\b(complain|complaint|rude|unfair|refused to serve|could not get it done)\b/],
  },
  { label: 'intent:track-case', all: [/\b(status|progress|how far|is it done yet|ready yet)\b/], score: 0.75 },
  {
    label: 'intent:find-office',
    all: [
      /\b(opening hours|open(ing)? (on|today|tomorrow|now)|are you open|when do you (open|close)|address|nearest|where is (the|your)|phone number of|weekend)\b/,
    ],
    none: /licen[cs]e (lost|expired)/,
    score: 0.9,
  },
  { label: 'intent:live-guidance', all: [/\b(step by step|guide me|walk me through|show me how)\b/] },
  { label: 'intent:book-mortgage-video', all: [/\bvideo\b/, /\b(mortgage|loan|release)\b/, /\b(book|appoint|start)/] },
  { label: 'mortgage-release-video', all: [/\bvideo\b/, /\b(mortgage|loan|release)\b/], score: 0.88 },
  { label: 'intent:rate-service', all: [/\b(rate|rating|review|praise)\b/], score: 0.8 },
  {
    label: 'intent:greeting-thanks',
    all: [/^(hello|hi|hey|thanks?|thank you|good (morning|afternoon|evening)|bye|goodbye)\b.{0,20}$/],
    score: 0.95,
  },
];
