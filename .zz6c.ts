import pg from 'pg'; import {readFileSync} from 'node:fs';
const p=JSON.parse(readFileSync('/tmp/p6data2/database-passwords.json','utf8'));
const port=readFileSync('/tmp/p6data2/postgres/postmaster.pid','utf8').split('\n')[3];
const c=new pg.Client({connectionString:`postgresql://postgres:${p.superuser}@127.0.0.1:${port}/pandu`}); 
try{await c.connect();}catch(e){console.log(String(e));process.exit()}
await c.query(process.argv[2]!).then(x=>console.log(x.rows)); process.exit();
