import { writeFileSync, createWriteStream } from 'node:fs';
import { v7 } from 'uuid';
import { seedDemo } from './db/seeds/demo/seed-demo.ts';
import { withPreparedDatabase } from './server/commands/prepared-database.ts';
import { finishJob } from './server/features/imports/import-worker.ts';
import { readFinishedImport } from './server/features/imports/import-result.repository.ts';
import { insertImport } from './server/features/imports/import-records.repository.ts';
import { LOADERS, ROLLUP_FAMILIES } from './server/commands/loaders.ts';
process.env.PANDU_DATA_DIR='/tmp/p6data2';
await withPreparedDatabase(async ({application, owner}) => {
  const t0=performance.now();
  await seedDemo({ owner: owner!, application, today: '2026-11-21', password: 'sandi-contoh-1', log: (l)=>console.log(((performance.now()-t0)/1000).toFixed(1), l),
    load: async (code, dataset, rows) => {
      const t=performance.now(); const file=`/tmp/p6-${code}-${dataset}.csv`; const lines:string[]=[]; let head:string[]|null=null;
      for (const r of rows) { const o:Record<string,unknown>={...r}; if ('answers' in o){ (o['answers'] as number[]).forEach((a,i)=>o['u'+(i+1)]=a); delete o['answers'];} if('area' in o){o['kecamatan']=o['area']; delete o['area'];}
        if(!head){head=Object.keys(o);lines.push(head.join(','));} lines.push(head.map(h=>{const v=o[h]; return v===null?'':`"${String(v===true?'ya':v===false?'tidak':v).replaceAll('"','""')}"`}).join(',')); }
      writeFileSync(file, lines.join('\n')+'\n'); const t1=performance.now();
      const job={id:v7(),kabupatenCode:code,dataset,fileName:'x.csv',storedFile:file,mapping:null,defaultUnit:code,dryRun:false,startedBy:'demo'} as any;
      await insertImport(application, job,'csv');
      const f=await finishJob(job,{database:application,loaders:LOADERS,families:ROLLUP_FAMILIES,now:Date.now()},(e)=>console.error(e));
      const r=await readFinishedImport(application,code,job.id); console.log(f, code,dataset,'gen',(t1-t)|0,'import',(performance.now()-t1)|0, r.rowsRead,r.rowsInserted,r.rowsRejected,r.errors.slice(0,3), r.warnings);
    } });
  console.log('total',(performance.now()-t0)|0);
  const t2=performance.now(); await seedDemo({ owner: owner!, application, today: '2026-11-22', password: 'sandi-contoh-1', load: async()=>{throw new Error('again')} }); console.log('second', (performance.now()-t2)|0);
  for (const q of [
    `select bucket, due, due_met, round(due_met::numeric/due,3) share from service_rollups where kabupaten_code='64.02' and unit_code='64.02.11' and service_code='kk' and channel='*' and grain='m' and bucket>='2026-03-01' order by 1`,
    `select unit_code, due, due_met, round(due_met::numeric/nullif(due,0),3) share, received from service_rollups where kabupaten_code='64.02' and service_code='*' and channel='*' and grain='m' and bucket='2026-10-01' order by 1`,
    `select class, received, valid, judged, in_time, overdue from complaint_rollups where kabupaten_code='64.02' and unit_code='64.02' and service_code='*' and channel='*' and grain='y' and bucket='2026-01-01'`,
    `select service_code, channel, count(*) from complaints where kabupaten_code='64.02' and service_code not in (select code from services) group by 1,2 limit 5`,
  ]) { console.log(q.slice(0,60)); console.table((await owner!.raw(q)).rows); }
});
process.exit(0);
