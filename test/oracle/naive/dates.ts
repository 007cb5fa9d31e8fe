const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const timePattern = /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}):(\d{2}):(\d{2})(\.\d+)?([Zz]|[+-](\d{2}):(\d{2}))$/;

/** Whether a text is a day that exists. */
export function isDay(text: string): boolean {
  const [, year, month, day] = dayPattern.exec(text) ?? [];
  if (year === undefined) return false;
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}

/** Whether a text is a time that exists, or a day alone. */
export function isTime(text: string): boolean {
  return isDay(text) || secondsOf(text) !== undefined;
}

/** Whether one is before the other: as instants, or by the days as they are written where one is a day alone. */
export function isEarlier(text: string, other: string): boolean {
  const [first, second] = [secondsOf(text), secondsOf(other)];
  if (first === undefined || second === undefined) return text.slice(0, 10) < other.slice(0, 10);
  return first < second;
}

/** Seconds since 1970. A leap second counts as the second before it. */
function secondsOf(text: string): number | undefined {
  const [, day, hours, minutes, seconds, fraction = "", zone = "", zoneHours = "0", zoneMinutes = "0"] =
    timePattern.exec(text) ?? [];
  if (day === undefined || !isDay(day)) return undefined;
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 60) return undefined;
  if (Number(zoneHours) > 23 || Number(zoneMinutes) > 59) return undefined;
  const [year, month, date] = day.split("-").map(Number);
  const start = new Date(0);
  start.setUTCFullYear(year ?? 0, (month ?? 1) - 1, date);
  const local = Number(hours) * 3600 + Number(minutes) * 60 + Math.min(Number(seconds), 59) + Number(`0${fraction}`);
  const offset = (Number(zoneHours) * 60 + Number(zoneMinutes)) * 60 * (zone.startsWith("-") ? -1 : 1);
  return start.getTime() / 1000 + local - offset;
}
