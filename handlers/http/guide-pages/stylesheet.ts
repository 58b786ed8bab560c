/** The one stylesheet of the guide pages: the shared tokens, then what these pages draw with them. */
import { tokens } from './look.generated.ts';

const base = `
*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;text-autospace:normal;text-spacing-trim:normal;scroll-padding-top:72px}
body{margin:0;font:var(--bc-w-normal) var(--bc-t-body)/var(--bc-lh-ui) var(--bc-font);color:var(--bc-ink);background:var(--bc-paper);font-variant-numeric:tabular-nums;line-break:strict;overflow-wrap:anywhere;-webkit-font-smoothing:antialiased}
h1,h2,h3,p,ul,ol,dl,dd,fieldset{margin:0;padding:0;border:0}
ul,ol{list-style:none}
p,li,dd{text-wrap:pretty}h1,h2,h3{text-wrap:balance}
b,strong,h1,h2,h3,th{font-weight:var(--bc-w-strong)}
button,input,select{font:inherit;color:inherit;letter-spacing:inherit}
button{cursor:pointer;background:none;border:0;padding:0;text-align:inherit}
a{color:var(--bc-brand);text-underline-offset:3px;text-decoration-thickness:1px}
table{border-collapse:collapse;width:100%}
:focus-visible{outline:2px solid var(--bc-focus);outline-offset:2px;border-radius:var(--bc-r1)}
.i{flex:none;display:block;fill:none;stroke:currentColor;stroke-width:1.75;stroke-linecap:round;stroke-linejoin:round}
[data-elder] .i:is([width="14"],[width="15"],[width="16"]){width:21px;height:21px}[data-elder] .i:is([width="18"],[width="20"],[width="22"]){width:26px;height:26px}
.sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:8px;top:-60px;z-index:9;background:var(--bc-surface);padding:10px 16px}.skip:focus{top:8px}
.grow{flex:1;min-width:0}
[hidden]{display:none!important}
.zh{color:var(--bc-ink-2);font-weight:400}
.btn{display:inline-flex;align-items:center;justify-content:center;gap:8px;min-height:var(--bc-tap);padding:6px 18px;border-radius:var(--bc-r2);font-weight:var(--bc-w-strong);line-height:1.3;text-decoration:none;border:1px solid transparent;transition:background var(--bc-m1),border-color var(--bc-m1)}
.btn-1{background:var(--bc-brand);color:var(--bc-on-brand)}.btn-1:hover{background:var(--bc-brand-deep)}
.btn-2{background:var(--bc-surface);color:var(--bc-brand);border-color:var(--bc-brand-line)}.btn-2:hover{background:var(--bc-brand-soft)}
.btn-3{color:var(--bc-brand);padding-inline:10px}.btn-3:hover{background:var(--bc-brand-soft)}
.btn-q{background:var(--bc-surface);color:var(--bc-ink);border-color:var(--bc-edge)}.btn-q:hover{background:var(--bc-hover)}
.ib{display:inline-grid;place-items:center;width:var(--bc-tap);height:var(--bc-tap);border-radius:var(--bc-r2);color:var(--bc-ink-2);flex:none}.ib:hover{background:var(--bc-hover);color:var(--bc-ink)}
.tag{display:inline-flex;align-items:center;gap:4px;min-height:22px;padding:1px 8px;border-radius:var(--bc-r1);font-size:var(--bc-t-note);line-height:1.4;background:var(--bc-sunken);color:var(--bc-ink-2)}
.tag.warn{background:var(--bc-warn-soft);color:var(--bc-warn)}.tag.ok{background:var(--bc-ok-soft);color:var(--bc-ok)}
.card{background:var(--bc-surface);border:1px solid var(--bc-line);border-radius:var(--bc-r3)}
.qr{display:block;background:#fff;border-radius:4px}
`;

const page = `
.top{position:sticky;top:0;z-index:5;display:flex;align-items:center;gap:4px;padding:4px 8px;background:var(--bc-surface);border-bottom:1px solid var(--bc-line);min-height:56px}
.top b{font-size:var(--bc-t-lead);white-space:nowrap}.top .btn-3{font-weight:400;font-size:calc(15*var(--bc-u));white-space:nowrap}
main{padding:20px 18px 120px;max-width:1120px;margin:0 auto}
.k{font-size:calc(15*var(--bc-u));color:var(--bc-ink-2)}
.hero h1{font-size:calc(30*var(--bc-u));line-height:1.25;letter-spacing:.01em;margin:4px 0 8px}
.hero .lead{color:var(--bc-ink-2);line-height:1.7}
.hero .also{font-size:calc(14.5*var(--bc-u));color:var(--bc-ink-3);margin-top:4px}
.facts{display:grid;grid-template-columns:1fr 1fr;margin:18px 0 0;border-top:2px solid var(--bc-ink)}
.facts div{padding:12px 12px 12px 0;border-bottom:1px solid var(--bc-line-2)}
.facts div:nth-child(even){padding-left:16px;border-left:1px solid var(--bc-line-2)}
.facts dt{font-size:calc(14*var(--bc-u));color:var(--bc-ink-3)}
.facts dd{font-size:calc(18*var(--bc-u));font-weight:600;line-height:1.45}
:lang(en) .facts dd::first-letter,:lang(en) .steps small::first-letter{text-transform:uppercase}
.facts.few{grid-template-columns:1fr 1fr}
.facts dd small{display:block;font-size:calc(14*var(--bc-u));font-weight:400;color:var(--bc-ink-2)}
section{margin-top:32px}
h2{font-size:var(--bc-t-title);line-height:1.35;margin-bottom:4px}
h2+:is(ol,ul){margin-top:14px}.gl.gl,.cats h2+ul{margin-top:0}
h2+p{color:var(--bc-ink-2);font-size:calc(15*var(--bc-u));margin-bottom:14px}
.q{display:grid;gap:14px}
.q legend{padding:0 0 6px;font-size:calc(15*var(--bc-u));color:var(--bc-ink-2)}
.seg{display:flex;gap:8px;flex-wrap:wrap}
.seg label{position:relative;display:inline-flex;align-items:center;gap:6px;min-height:var(--bc-tap);padding:4px 16px;border:1px solid var(--bc-edge);border-radius:var(--bc-r2);background:var(--bc-surface)}
.seg input{position:absolute;opacity:0;inset:-1px;width:calc(100% + 2px);height:calc(100% + 2px);margin:0;cursor:pointer}
.seg svg{display:none}
.seg label:has(:checked){border-color:var(--bc-brand);box-shadow:inset 0 0 0 1px var(--bc-brand);background:var(--bc-brand-soft);color:var(--bc-brand);font-weight:600}
.seg label:has(:checked) svg{display:block}
.seg label:has(:focus-visible){outline:2px solid var(--bc-focus);outline-offset:2px}
.go{justify-self:start}
.list{overflow:hidden;margin-top:20px}
.list header{display:flex;align-items:flex-end;gap:12px;padding:16px 16px 12px;border-bottom:1px solid var(--bc-line)}
.list header h2{margin:0}.list header p{margin:0;font-size:calc(14*var(--bc-u));color:var(--bc-ink-2)}
.pg{display:flex;gap:4px;margin-left:auto;margin-bottom:8px}.pg i{width:26px;max-width:26px;flex:1;height:8px;border-radius:4px;background:var(--bc-sunken);box-shadow:inset 0 0 0 1px var(--bc-line-2)}.pg i.y{background:var(--bc-brand);box-shadow:none}
.it{display:grid;grid-template-columns:44px 1fr;align-items:start;padding:10px 16px 10px 6px;border-top:1px solid var(--bc-line)}
.list li:first-child .it{border-top:0}
.it .cb{position:relative;width:44px;height:44px;display:grid;place-items:center}
.it input{position:absolute;inset:0;width:100%;height:100%;margin:0;opacity:0;cursor:pointer}
.it .cb i{width:24px;height:24px;border-radius:6px;border:1.5px solid var(--bc-edge);display:grid;place-items:center;color:transparent;background:var(--bc-surface)}
.it .cb svg{stroke-width:2.6}
.it input:checked+i{background:var(--bc-brand);border-color:var(--bc-brand);color:var(--bc-on-brand)}
.it input:focus-visible+i{outline:2px solid var(--bc-focus);outline-offset:2px}
.it h3{font-size:calc(17*var(--bc-u));line-height:1.45;padding-top:9px}
.it h3 .tag{font-weight:400;margin-left:6px;vertical-align:2px}
.it p{font-size:calc(14.5*var(--bc-u));color:var(--bc-ink-2);line-height:1.6}
.it .who{display:inline-flex;gap:4px;align-items:center;font-size:max(13*var(--bc-u),var(--bc-t-min));color:var(--bc-ink-3);margin-top:2px}
.list .none{padding:16px}
.warnbox{display:grid;grid-template-columns:24px 1fr;gap:10px;margin-top:14px;padding:12px 16px;border-radius:var(--bc-r3);background:var(--bc-warn-soft);border:1px solid var(--bc-warn-line);line-height:1.6}
.warnbox svg{color:var(--bc-warn);margin-top:2px}
.not{margin-top:14px;padding:14px 16px;border:1px dashed var(--bc-edge);border-radius:var(--bc-r3)}
.not h3{font-size:calc(17*var(--bc-u))}
.not ul{display:flex;flex-wrap:wrap;gap:6px 18px;margin:8px 0 6px}
.not li{display:flex;align-items:center;gap:6px}.not li svg{color:var(--bc-ink-3)}
.not p{font-size:calc(15*var(--bc-u));color:var(--bc-ink-2);line-height:1.65}
.ways{border-top:1px solid var(--bc-line-2)}
.ways li,.ways li>a{display:flex;align-items:center;gap:14px}
.ways li{min-height:64px;border-bottom:1px solid var(--bc-line-2)}
.ways li>a{flex:1;min-height:64px;padding:10px 2px;color:inherit;text-decoration:none}
.ways li>a:hover{background:var(--bc-hover)}
.ways li>svg,.ways a>svg:first-child{color:var(--bc-brand)}.ways a>svg:last-child{color:var(--bc-ink-3)}
.ways li>svg{margin-left:2px}.ways li>span{padding:10px 0}
.ways b{display:block}.ways small{display:block;font-size:calc(14*var(--bc-u));color:var(--bc-ink-2);line-height:1.5}
.steps{counter-reset:s}
.steps li{position:relative;padding:0 0 18px 40px;line-height:1.6}
.steps li:last-child{padding-bottom:0}
.steps li::before{content:counter(s);counter-increment:s;position:absolute;left:0;top:0;width:calc(26*var(--bc-u));height:calc(26*var(--bc-u));border-radius:50%;background:var(--bc-surface);border:1.5px solid var(--bc-brand);color:var(--bc-brand);font-weight:600;font-size:calc(14*var(--bc-u));display:grid;place-items:center}
[data-elder] .steps li{padding-left:52px}
.steps small{display:block;font-size:calc(14.5*var(--bc-u));color:var(--bc-ink-2)}
.no li{display:grid;grid-template-columns:24px 1fr;gap:10px;padding:10px 0;border-bottom:1px solid var(--bc-line-2);line-height:1.6}
.no li svg{margin-top:3px;color:var(--bc-ink-2)}.no small{display:block;font-size:calc(14.5*var(--bc-u));color:var(--bc-ink-2)}
.law{font-size:calc(14.5*var(--bc-u));color:var(--bc-ink-2);line-height:1.8}
.law li{display:flex;gap:8px}.law svg{margin-top:5px;color:var(--bc-ink-3)}
.bar{position:fixed;left:0;right:0;bottom:0;display:grid;grid-template-columns:auto 1fr;gap:10px;padding:10px 14px calc(12px + env(safe-area-inset-bottom));background:var(--bc-surface);border-top:1px solid var(--bc-line)}
.side{margin-top:32px}
.side .in{padding:20px;display:grid;gap:10px}
.qrw{display:grid;grid-template-columns:116px 1fr;gap:14px;align-items:center}
.qrw p{font-size:calc(14.5*var(--bc-u));line-height:1.6;color:var(--bc-ink-2)}
.side .qrw{padding-bottom:14px;margin-bottom:4px;border-bottom:1px solid var(--bc-line)}
.find{display:flex;gap:8px;margin-top:16px}
.find input{flex:1;min-width:0;min-height:var(--bc-tap);padding:6px 14px;border:1px solid var(--bc-edge);border-radius:var(--bc-r2);background:var(--bc-surface)}
.off{display:flex;flex-wrap:wrap;gap:8px;margin-top:16px}
.off a{display:inline-flex;align-items:center;gap:6px;min-height:var(--bc-tap);padding:4px 16px;border:1px solid var(--bc-edge);border-radius:var(--bc-r2);background:var(--bc-surface);color:var(--bc-ink);text-decoration:none}
.off a[aria-current]{border-color:var(--bc-brand);box-shadow:inset 0 0 0 1px var(--bc-brand);background:var(--bc-brand-soft);color:var(--bc-brand);font-weight:600}
.open{display:flex;gap:8px;align-items:flex-start;margin-top:12px;font-size:calc(15*var(--bc-u));color:var(--bc-ink-2);line-height:1.6}.open svg{margin-top:3px;color:var(--bc-ink-3)}
.jump{display:flex;flex-wrap:wrap;gap:2px 4px;margin:20px 0 20px -10px}
.more{margin-top:20px}
.cats section{break-inside:avoid;margin-top:28px}
.cats h2{padding-bottom:8px;margin:0;border-bottom:2px solid var(--bc-ink)}
.gl li{border-bottom:1px solid var(--bc-line-2)}
.gl a{display:flex;align-items:center;gap:12px;min-height:56px;padding:8px 2px;color:inherit;text-decoration:none}
.gl a:hover{background:var(--bc-hover)}
.gl b{display:block;font-weight:600;line-height:1.4}.gl small{display:block;font-size:calc(14*var(--bc-u));color:var(--bc-ink-2);line-height:1.5}
.gl svg{color:var(--bc-ink-3)}
.msg{max-width:620px;margin:48px auto 0}.msg h1{font-size:calc(26*var(--bc-u));margin-bottom:10px}.msg p{line-height:1.7;color:var(--bc-ink-2);margin-bottom:10px}.msg .acts{display:flex;flex-wrap:wrap;gap:10px;margin-top:18px}
@media (max-width:420px){.top{padding-inline:2px}.top .word{display:none}.top .btn-3{padding-inline:7px;gap:5px}[data-elder] .top b{display:none}[data-elder] .top .btn-3{padding-inline:6px;gap:4px}}
@media (min-width:1000px){
.top{padding:6px max(20px,calc((100% - 1080px)/2))}
main{padding:36px 32px 64px}
main.two-col{display:grid;grid-template-columns:minmax(0,1fr) 304px;gap:0 56px}
.two-col>*{grid-column:1}
.hero h1{font-size:calc(36*var(--bc-u))}
.facts{grid-template-columns:repeat(4,1fr)}.facts div:nth-child(n){padding:14px 12px 14px 16px;border-left:1px solid var(--bc-line-2)}.facts div:first-child{padding-left:0;border-left:0}
[data-elder] .facts{grid-template-columns:1fr 1fr}[data-elder] .facts div:nth-child(odd){padding-left:0;border-left:0}
.q{grid-template-columns:auto auto;justify-content:start;gap:14px 40px}
.q fieldset:nth-child(3),.q .go{grid-column:1/-1}
.halves{display:grid;grid-template-columns:1fr 1fr;gap:0 40px}
.bar{display:none}
.side{grid-column:2;grid-row:1/span 20;margin-top:0}
.side .in{position:sticky;top:88px}
.cats{columns:2;column-gap:56px}.cats section:first-child{margin-top:0}
.find{max-width:640px}
}
@media print{
.top,.bar,.side .btn,.find,.off,.jump,.go,.noprint{display:none!important}
body{background:#fff}main,main.two-col{display:block;padding:0}
section,.it,.not{break-inside:avoid}
.side{margin-top:16px}.side .in{position:static;border:0;padding:0}
a{color:inherit;text-decoration:none}
}
`;

const notice = `
@page{size:A4;margin:0}
body.paper{background:var(--bc-sunken)}
.sheet{width:794px;max-width:100%;min-height:1123px;margin:24px auto;background:#fff;padding:48px 60px 40px;color:#14242a;font-size:14px;line-height:1.6;display:flex;flex-direction:column}
.hd{display:flex;align-items:center;gap:12px;padding-bottom:14px;border-bottom:2px solid #14242a}
.hd svg{color:var(--bc-brand)}.hd .o{font-size:16px;font-weight:600}.hd .no{margin-left:auto;text-align:right;font-size:13px;color:#43555c;line-height:1.6}
.sheet h1{font-size:30px;letter-spacing:.2em;text-indent:.2em;text-align:center;margin:16px 0 4px}
:lang(en) .sheet h1{letter-spacing:0;text-indent:0}:lang(en) .sheet:not(.dense,.tight) h1{font-size:26px}
.sub{text-align:center;color:#43555c;font-size:14px}
.about{display:grid;grid-template-columns:auto 1fr;gap:6px 14px;margin:14px 0 14px;font-size:14.5px}
.about dt{color:#5b6c73;white-space:nowrap}.about dd{font-weight:600}
.sheet h2{font-size:16px;margin:0 0 8px}
.sheet table{font-size:14px}
.sheet th,.sheet td{border:1px solid #76888f;padding:7px 10px;vertical-align:top;line-height:1.55;text-align:left}
.sheet th{background:#eef2f2;font-size:13px;white-space:nowrap}
.sheet :is(td,th):is(:first-child,:last-child){text-align:center;white-space:nowrap}
.sheet td b{display:block}
.sheet :is(td,th):nth-child(3){white-space:nowrap}.sheet td:nth-child(2){min-width:120px}
.cbx{display:inline-block;width:17px;height:17px;border:1.5px solid #14242a;border-radius:2px;vertical-align:-3px}
.st{display:inline-flex;flex-direction:column;align-items:center;gap:1px;line-height:1.3}.st small{font-size:11px;white-space:nowrap}.st.ok{color:#1a6b3a}.st.no{color:#ad241b}.stands td:last-child,.stands th:last-child{text-align:center;white-space:nowrap}.check b{font-size:19px;letter-spacing:.06em;margin:0 10px 0 4px;text-autospace:no-autospace}.check span{color:#43555c;font-size:13px}
.nots{margin:12px 0 16px;border:1px dashed #5b6c73;padding:8px 14px;line-height:1.65}
.cols{display:grid;grid-template-columns:1fr 1fr;gap:0 36px;margin:0 0 16px}
.cols>div{min-width:0}
.cols dl{display:grid;grid-template-columns:auto 1fr;gap:5px 14px}.cols dt{color:#5b6c73;white-space:nowrap}
.cols ul{list-style:disc;padding-left:18px}.cols li+li{margin-top:3px}
.cols h2:not(:first-child){margin-top:12px}
.say{display:grid;grid-template-columns:118px 1fr;gap:20px;align-items:center;border-top:2px solid #14242a;padding-top:16px;margin-top:auto}
.say h2{font-size:17px;margin-bottom:4px}.say .more{color:#43555c}
.sign{display:grid;grid-template-columns:1fr 1fr;gap:36px;margin-top:20px}
.sign div{border-bottom:1px solid #76888f;padding-bottom:6px;display:flex;gap:10px}.sign span{color:#5b6c73}
.ft{margin-top:14px;font-size:12px;color:#5b6c73;display:flex;justify-content:space-between;gap:20px}
.dense,.tight{font-size:12.5px;line-height:1.5}:is(.dense,.tight) h1{font-size:24px;margin-top:14px}:is(.dense,.tight) .about{margin:12px 0;font-size:13px}:is(.dense,.tight) table{font-size:12.5px}:is(.dense,.tight) :is(th,td){padding:4px 8px;line-height:1.45}:is(.dense,.tight) h2{font-size:14.5px;margin-bottom:4px}:is(.dense,.tight) .nots{margin:8px 0 10px;padding:6px 12px}:is(.dense,.tight) .cols{margin-bottom:10px}:is(.dense,.tight) .say h2{font-size:15px}
.tight,.tight table{font-size:11px}.tight h1{font-size:20px;margin:8px 0 0}.tight .sub{font-size:11.5px}.tight .about{font-size:11.5px;margin:8px 0;gap:2px 12px}.tight :is(th,td){padding:2px 6px;line-height:1.35}.tight th{font-size:11px}.tight .cbx{width:13px;height:13px}.tight .cols dl{gap:2px 12px}.tight .cols li+li{margin-top:1px}.tight .nots{margin:6px 0;padding:4px 10px}.tight .say{padding-top:10px}.tight .qr{width:92px;height:92px}.tight h2{font-size:13px}.tight .say h2{font-size:13.5px}.tight .hd{padding-bottom:8px}.tight .ft{margin-top:8px;font-size:10.5px}
.tools{display:flex;flex-wrap:wrap;gap:10px;justify-content:center;padding:16px}
@media screen and (max-width:820px){.sheet{margin:0;padding:20px 16px;min-height:0}.cols{grid-template-columns:1fr}.cols>div+div{margin-top:16px}.say{margin-top:16px}.sheet th:nth-child(1),.sheet td:nth-child(1){display:none}.sheet :is(th,td){padding:6px 8px}.ft{flex-direction:column;gap:4px}}
@media print{body.paper{background:#fff}.tools{display:none}.sheet{width:210mm;max-width:none;min-height:296.5mm;margin:0;padding:11mm 15mm 9mm}.sheet.tight{padding:7mm 12mm 6mm}.tight table{font-size:10.5px}.tight .sign{margin-top:10px}.cols{grid-template-columns:1fr 1fr}.cols>div+div{margin-top:0}}
`;

const packed = (css: string): string => css.replace(/\n+/g, '');

export const guideStyles = tokens + packed(base) + packed(page);
export const noticeStyles = tokens + packed(base) + packed(notice);
