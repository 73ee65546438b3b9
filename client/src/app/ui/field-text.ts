/** What stands in the field that an event came from; empty for anything that is no field. */
export function fieldText(event: Event): string {
  const field = event.target;
  return field instanceof HTMLInputElement ||
    field instanceof HTMLTextAreaElement ||
    field instanceof HTMLSelectElement
    ? field.value
    : '';
}
