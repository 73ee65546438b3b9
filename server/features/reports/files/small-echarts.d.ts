/** The charts of echarts in one small file, which brings no types of its own. */
declare module 'echarts/dist/echarts.common.min.js' {
  import type { init } from 'echarts/core';
  const echarts: { readonly init: typeof init };
  export default echarts;
}
