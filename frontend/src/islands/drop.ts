// Files dropped anywhere on a form are those of its field.

export function wake(place: HTMLElement): void {
  const field = place.querySelector<HTMLInputElement>("input[type=file]");
  if (field === null) return;
  for (const [kind, over] of [["dragenter", true], ["dragover", true], ["dragleave", false], ["drop", false]] as const) {
    place.addEventListener(kind, (event) => {
      event.preventDefault();
      place.classList.toggle("over", over);
    });
  }
  place.addEventListener("drop", (event) => {
    const files = event.dataTransfer?.files;
    if (files !== undefined && files.length > 0) field.files = files;
  });
}
