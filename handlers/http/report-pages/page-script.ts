/** What script adds to the window's pages: photos, words kept over a reload, one press counted once. Without it everything still works. */

export const pageScript = `;(()=>{
const d=document,all=(s,e=d)=>[...e.querySelectorAll(s)];
const first=d.querySelector('[autofocus]');if(first)first.focus();
const draft=d.querySelector('form[data-keep]');
if(draft){
const key='bancheng:'+draft.dataset.keep+':'+draft.elements.draft.value;
let kept={};try{kept=JSON.parse(sessionStorage.getItem(key)||'{}')}catch{}
all('input,textarea,select',draft).forEach(e=>{
if(!e.name||(e.type==='hidden'&&!(e.closest('[data-photos]')&&all('[name="'+e.name+'"]',draft).length===1))||e.type==='file'||e.name==='website')return;
const v=kept[e.name];
if(typeof v==='string'){if(e.type==='radio')e.checked=e.value===v;else e.value=v}
});
draft.addEventListener('input',()=>{const o={};new FormData(draft).forEach((v,k)=>{if(typeof v==='string')o[k]=v});try{sessionStorage.setItem(key,JSON.stringify(o))}catch{}});
draft.addEventListener('submit',()=>{try{sessionStorage.removeItem(key)}catch{}});
}
if(d.querySelector('[data-forget]'))try{Object.keys(sessionStorage).filter(k=>k.startsWith('bancheng:')).forEach(k=>sessionStorage.removeItem(k))}catch{}
all('form[method=post]').forEach(f=>f.addEventListener('submit',e=>{if(f.dataset.sent){e.preventDefault();return}f.dataset.sent='1';setTimeout(()=>{delete f.dataset.sent},4000)}));
addEventListener('pageshow',()=>all('form').forEach(f=>{delete f.dataset.sent}));
all('[data-offline]').forEach(box=>{const tell=()=>{box.hidden=navigator.onLine};addEventListener('online',tell);addEventListener('offline',tell);tell()});
all('[data-live]').forEach(box=>setInterval(async()=>{
try{
const got=await fetch(location.href,{headers:{accept:'text/html'}});if(!got.ok||got.redirected)return;
const now=new DOMParser().parseFromString((await got.text()).replace(/<style[^]*?<\\/style>/g,''),'text/html').getElementById(box.id);
if(now&&now.textContent!==box.textContent)box.innerHTML=now.innerHTML;
}catch{}
},Number(box.dataset.live)*1000));
all('[data-copy]').forEach(b=>{if(!(navigator.clipboard))return;b.hidden=false;b.addEventListener('click',()=>navigator.clipboard.writeText(b.dataset.copy).then(()=>{b.textContent=b.dataset.copied}))});
all('[data-photos]').forEach(box=>{
if(!(window.crypto&&crypto.subtle&&window.fetch&&HTMLCanvasElement.prototype.toBlob))return;
const w=box.dataset,ids=box.querySelector('input[type=hidden]'),list=box.querySelector('ul'),live=box.querySelector('[role=status]'),file=box.querySelector('input[type=file]');
box.hidden=false;all('[data-noscript-photos]').forEach(e=>{e.hidden=true});
const keep=()=>ids.value.split(',').filter(Boolean);
const set=all=>{ids.value=all.join(',');ids.dispatchEvent(new Event('input',{bubbles:true}))};
const show=(id,src)=>{
const li=d.createElement('li'),no=d.createElement('button'),t=d.createElement('span');
t.textContent=w.done;t.className='grow';no.type='button';no.className='btn btn-3';no.textContent=w.remove;
no.onclick=()=>{set(keep().filter(x=>x!==id));li.remove();file.focus()};
if(src){const img=d.createElement('img');img.src=src;img.alt='';li.append(img)}
li.append(t,no);list.append(li);
};
keep().forEach(id=>show(id,w.view&&w.view+id));
const count=box.querySelector('[data-count]');if(count)count.remove();
const say=t=>{live.textContent=t;live.classList.toggle('sr',t===w.done)};
const draw=f=>new Promise((done,fail)=>{const u=URL.createObjectURL(f),i=new Image();i.onerror=()=>{URL.revokeObjectURL(u);fail()};i.onload=()=>{const s=Math.min(1,2560/Math.max(i.naturalWidth,i.naturalHeight)),c=d.createElement('canvas');c.width=Math.max(1,Math.round(i.naturalWidth*s));c.height=Math.max(1,Math.round(i.naturalHeight*s));const p=c.getContext('2d');p.fillStyle='#fff';p.fillRect(0,0,c.width,c.height);p.drawImage(i,0,0,c.width,c.height);URL.revokeObjectURL(u);c.toBlob(b=>b?done({b,w:c.width,h:c.height}):fail(),'image/jpeg',.86)};i.src=u});
const add=async f=>{
if(!/^image\\/(jpeg|png|webp)$/.test(f.type)){say(w.wrong);return}
say(w.busy);
try{
const {b,w:width,h:height}=await draw(f);
const sum=await crypto.subtle.digest('SHA-256',await b.arrayBuffer());
const sha256=btoa(String.fromCharCode(...new Uint8Array(sum)));
const send=async()=>{
const started=await fetch(w.url,{method:'POST',headers:{'content-type':'application/json'},body:JSON.stringify({mime:'image/jpeg',bytes:b.size,sha256,width,height})});
if(!started.ok)throw 0;
const {attachment,upload}=await started.json();
const put=await fetch(upload.url,{method:'PUT',headers:upload.headers,body:b});
if(!put.ok)throw 0;
return attachment;
};
let attachment;
for(let n=1;!attachment;n++)try{attachment=await send()}catch(e){if(n===3)throw e;await new Promise(r=>setTimeout(r,n*1500))}
set([...keep(),attachment]);show(attachment,URL.createObjectURL(b));say(w.done);
}catch{say(w.failed)}
};
file.addEventListener('change',async()=>{const files=[...file.files].slice(0,(Number(w.most)||12)-keep().length);file.value='';for(const f of files)await add(f)});
});
})();`;
