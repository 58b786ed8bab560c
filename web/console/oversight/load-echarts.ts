/** Only the parts of ECharts that are drawn with; loaded when somebody first looks at a trend. */
import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

use([BarChart, LineChart, GridComponent, MarkLineComponent, CanvasRenderer]);
export { init };
