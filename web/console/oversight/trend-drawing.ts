/** How a promise's twelve weeks are drawn: shares as one line under a dashed hundred, or, of few matters, numbers as bars. */
import type { EChartsCoreOption } from 'echarts/core';
import type { Ratio } from '../../../models/aftermath/oversight-views.ts';
import { ENOUGH } from './unusual.ts';

export type Colours = Record<'line' | 'light' | 'surface' | 'grid' | 'axis' | 'ink' | 'goal', string>;
export type Week = { label: string; ratio: Ratio };

/** A share of few says nothing: with fewer than ten in most weeks numbers are drawn. */
export function drawsShares(weeks: readonly Week[]): boolean {
  const some = weeks.filter(({ ratio }) => ratio.denominator > 0);
  return some.length > 0 && some.filter(({ ratio }) => ratio.denominator >= ENOUGH).length * 2 > some.length;
}

const text = (c: Colours) => ({
  color: c.axis,
  fontSize: 12,
  fontFamily: 'PingFang SC, Microsoft YaHei, Noto Sans CJK SC, sans-serif',
});
const axes = (weeks: readonly Week[], c: Colours) => ({
  grid: { left: 34, right: 14, top: 12, bottom: 26 },
  xAxis: {
    type: 'category',
    data: weeks.map(({ label }) => label),
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: { ...text(c), interval: (n: number) => n % 4 === 0 || n === weeks.length - 1, hideOverlap: true },
  },
  animationDuration: 320,
});

export function shareOption(weeks: readonly Week[], c: Colours): EChartsCoreOption {
  const shares = weeks.map(({ ratio }) => (ratio.denominator >= ENOUGH ? (ratio.share ?? 0) * 100 : null));
  const lowest = Math.min(95, ...shares.filter((share) => share !== null));
  return {
    ...axes(weeks, c),
    yAxis: {
      type: 'value',
      min: Math.max(0, Math.floor(lowest / 5) * 5),
      max: 100,
      splitNumber: 3,
      axisLabel: text(c),
      splitLine: { lineStyle: { color: c.grid } },
    },
    series: [
      {
        type: 'line',
        data: shares.map((value, n) => ({
          value,
          symbol: 'circle',
          symbolSize: n === weeks.length - 1 ? 9 : value === 100 ? 5 : 8,
          itemStyle: {
            color: value !== null && value < 100 && n < weeks.length - 1 ? c.surface : c.line,
            borderColor: c.line,
            borderWidth: 2,
          },
        })),
        connectNulls: true,
        lineStyle: { color: c.line, width: 2.2 },
        markLine: {
          silent: true,
          symbol: 'none',
          animation: false,
          label: { show: false },
          lineStyle: { color: c.goal, type: [2, 3], width: 1.2 },
          data: [{ yAxis: 100 }],
        },
      },
    ],
  };
}

export function countOption(weeks: readonly Week[], c: Colours): EChartsCoreOption {
  const bar = (data: number[], itemStyle: object) => ({ type: 'bar', stack: 'all', barMaxWidth: 18, data, itemStyle });
  return {
    ...axes(weeks, c),
    yAxis: {
      type: 'value',
      min: 0,
      minInterval: 1,
      splitNumber: 3,
      axisLabel: text(c),
      splitLine: { lineStyle: { color: c.grid } },
    },
    series: [
      bar(
        weeks.map(({ ratio }) => ratio.numerator),
        { color: c.line },
      ),
      bar(
        weeks.map(({ ratio }) => ratio.denominator - ratio.numerator),
        { color: c.light, borderColor: c.line, borderWidth: 1 },
      ),
    ],
  };
}
