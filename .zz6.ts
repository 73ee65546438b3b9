import { DEMO_KABUPATEN, demoRows } from './db/seeds/demo/demo-kabupaten.ts';
import { makeCalendar, STARTER_CALENDARS } from './server/platform/kabupaten/calendar-days.repository.ts';
import { HOLIDAYS } from './db/seeds/reference/data/holidays.ts';
import { STARTER_SERVICES } from './db/seeds/reference/data/starter-services.ts';
import { deadlineOf, meetsDeadline } from './server/domain/calendar/deadline.ts';
const today='2026-11-21';
const opt={seed:process.argv[2] ?? 'pandu-1', today};
const cals=STARTER_CALENDARS.map(c=>makeCalendar(c.settings,HOLIDAYS));
const prom=new Map(STARTER_SERVICES.map(s=>[s.code,s.promise]));
const lt=(s:string)=>({day:s.slice(0,10),second:+s.slice(11,13)*3600+ +s.slice(14,16)*60+ +s.slice(17,19)});
for (const k of DEMO_KABUPATEN) {
  let t=performance.now();
  const cases=[...demoRows(k,'service-cases',opt)]; const t1=performance.now()-t; t=performance.now();
  const comp=[...demoRows(k,'complaints',opt)]; const t2=performance.now()-t; t=performance.now();
  const sur=[...demoRows(k,'survey-responses',opt)]; const t3=performance.now()-t;
  console.log(k.code, cases.length,t1|0, comp.length,t2|0, sur.length,t3|0);
  const months=[...new Set(cases.map(c=>c.receivedAt.slice(0,7)))].sort();
  const ms=months.slice(-25);
  const tab:Record<string,Record<string,[number,number,number,number,number,number]>>={};
  const bump=(u:string,m:string,i:number)=>{((tab[u]??={})[m]??=[0,0,0,0,0,0])[i]!++};
  const overdue:Record<string,number>={};
  for (const c of cases){
    const cal=cals[c.unit==='rsud'?1:0]!;
    bump(c.unit,c.receivedAt.slice(0,7),0);
    if(c.status==='selesai'){bump(c.unit,c.completedAt!.slice(0,7),3); if(c.visits===1)bump(c.unit,c.completedAt!.slice(0,7),4);}
    if(c.status==='dibatalkan') continue;
    const d=deadlineOf(cal,lt(c.receivedAt),prom.get(c.service)!);
    if(d.day>=today) continue;
    const ok=c.completedAt!==null&&meetsDeadline(lt(c.completedAt),d);
    for(const u of [c.unit, ...(c.service==='kk'?[c.unit+':kk']:[])]){ bump(u,d.day.slice(0,7),1); if(ok)bump(u,d.day.slice(0,7),2); if(!c.completedAt) overdue[u]=(overdue[u]??0)+1;}
  }
  if(k.code==='64.02'){
  console.log('unit'.padEnd(22),ms.map(m=>m.slice(2)).join('  '),'due share');
  for(const u of Object.keys(tab).sort()) if(!u.endsWith(':kk')||u.startsWith('64.02.11')||u.startsWith('64.02.06')) console.log(u.padEnd(22),ms.map(m=>{const x=tab[u]![m];return x&&x[1]?((100*x[2]/x[1])|0)+'/'+x[1]:'-'}).map(s=>s.padEnd(6)).join(' '),'od',overdue[u]??0);
  for(const u of ['64.02.07','64.02.06','rsud']) console.log('single',u,ms.map(m=>{const x=tab[u]![m]!;return (100*x[4]/x[3]).toFixed(0)+'/'+x[3]}).join(' '));
  console.log('received rsud',months.map(m=>tab['rsud']![m]![0]).join(' '));
  console.log('received tabang',months.map(m=>tab['64.02.12']![m]?.[0]).join(' '));
  console.log('received bpkad',months.map(m=>tab['bpkad']![m]?.[0]).join(' '));
  for(const u of ['64.02.07','64.02.03','64.02.06']) console.log('median h',u,ms.map(m=>{const a=cases.filter(c=>c.unit===u&&c.status==='selesai'&&c.completedAt!.startsWith(m)).map(c=>cals[0]!.workingSecondsBetween(lt(c.receivedAt),lt(c.completedAt!))/60).sort((a,b)=>a-b);return a[a.length>>1]?.toFixed(0)}).join(' '));
  }
  const q:Record<string,[number,number]>={};
  for(const s of sur) if(s.date>='2025-12-01'){const x=q[s.unit]??=[0,0];x[0]++;x[1]+=s.answers.reduce((a,b)=>a+b,0)}
  console.log('ikm 12m',Object.entries(q).map(([u,[n,t]])=>`${u} ${(t/n/9*25).toFixed(1)}/${n}`).join(', '));
  const served:Record<string,number>={}; for(const c of cases) if(c.status==='selesai'&&c.completedAt!>='2025-12-01') served[c.unit]=(served[c.unit]??0)+1;
  const req=(N:number)=>Math.floor(3.841*N*.25/(.0025*(N-1)+3.841*.25)+.5);
  console.log('insufficient 12m:',Object.entries(q).filter(([u,[n]])=>n<req(served[u]!)).map(([u,[n]])=>`${u} ${n}<${req(served[u]!)}`).join(', '));
  // complaints in time by unit-month
  const dl:Record<string,number|null>={normatif:5,'tidak-berkadar-pengawasan':14,'berkadar-pengawasan':60,'permintaan-informasi':10,aspirasi:null};
  const cm:Record<string,Record<string,[number,number,number,number]>>={};
  for(const c of comp){ if(c.status==='tidak-valid'||c.status==='bukan-kewenangan')continue; const m=c.receivedAt.slice(0,7); const x=((cm[c.unit]??={})[m]??=[0,0,0,0]); x[2]++; if(c.resolvedAt)x[3]++; const n=dl[c.class]; if(n==null)continue; const due=cals[0]!.addWorkingDays(c.receivedAt.slice(0,10),n); const done=c.resolvedAt&&c.status!=='dibuka-kembali'; if(!done&&due>=today)continue; x[0]++; if(done&&c.resolvedAt!.slice(0,10)<=due)x[1]++; }
  for(const u of Object.keys(cm).filter(u=>!u.startsWith('setda')).sort()) console.log('compl',u.padEnd(12),months.slice(-9).map(m=>{const x=cm[u]![m];return x?`${x[1]}/${x[0]} r${x[3]}/${x[2]}`:'-'}).join('  '));
  const st:Record<string,number>={};for(const c of [...cases,...comp]) st[c.status]=(st[c.status]??0)+1; console.log(JSON.stringify(st));
  console.log(JSON.stringify(cases[1000]),JSON.stringify(comp[50]),JSON.stringify(sur[50]));
}
