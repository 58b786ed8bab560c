/** The little that script adds; without it every page still does its work. */

/** Ticks remembered on this device, reading aloud, printing, and answers that take effect with one tap (keys keep the button). */
export const guideScript = `(()=>{
const d=document,$=(s)=>d.querySelector(s),all=(s)=>[...d.querySelectorAll(s)];
const list=$('[data-ticks]');
if(list){
const key='bancheng:ticks:'+list.dataset.ticks,boxes=all('[data-tick]');
let on=[];try{on=JSON.parse(localStorage.getItem(key)||'[]')}catch{}
const show=()=>{const n=boxes.filter(b=>b.checked).length;const p=$('[data-ready]');if(p)p.textContent=p.dataset.ready.replace('#',n);all('.pg i').forEach((i,k)=>i.classList.toggle('y',k<n));const g=$('.pg');if(g)g.hidden=false};
boxes.forEach(b=>{b.checked=on.includes(b.dataset.tick);b.addEventListener('change',()=>{try{localStorage.setItem(key,JSON.stringify(boxes.filter(x=>x.checked).map(x=>x.dataset.tick)))}catch{}show()})});
show();
}
all('form.q input').forEach(i=>i.addEventListener('click',e=>{if(e.detail>0||e.pointerType)i.form.requestSubmit()}));
all('[data-print]').forEach(b=>{b.hidden=false;b.addEventListener('click',()=>print())});
const aloud=$('[data-aloud]');
if(aloud&&'speechSynthesis' in window){
aloud.hidden=false;
aloud.addEventListener('click',()=>{if(speechSynthesis.speaking){speechSynthesis.cancel();return}
all('[data-say]').map(e=>e.innerText.trim()).filter(Boolean).forEach(t=>{const u=new SpeechSynthesisUtterance(t);u.lang=d.documentElement.lang;u.rate=.9;speechSynthesis.speak(u)})});
}
})();`;
