// Runs before the first paint, so that a chosen theme or language never flashes. The application takes over from here.
try {
  var theme = localStorage.getItem('pandu.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  if (localStorage.getItem('pandu.language') === 'en') document.documentElement.lang = 'en';
} catch (error) {
  // Storage may be forbidden; the theme of the system and Indonesian are used then.
}
