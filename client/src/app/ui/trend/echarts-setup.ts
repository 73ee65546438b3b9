import { CustomChart, LineChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

// Only what the measure pages draw; this file is a chunk of its own that loads with the first chart.
use([CustomChart, LineChart, GridComponent, TooltipComponent, CanvasRenderer]);

export { getInstanceByDom, init } from 'echarts/core';
