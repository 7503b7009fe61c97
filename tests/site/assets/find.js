// Fills /doctors/find/: without this script the page has no text of its own.
const team = [
  ["Elin Varga, MD", "/doctors/dr-elin-varga/", "Backs, necks and nerves that are stuck. Tamsett, Monday to Thursday."],
  ["Tomas Reyland, DO", "/doctors/dr-tomas-reyland/", "Tendons, running injuries and young athletes. Tamsett, every day but Wednesday."],
  ["Priya Osterholm, MD", "/doctors/dr-priya-osterholm/", "Knees, hips and everything that needs a needle under ultrasound. Quarrow Falls, Monday, Wednesday and Friday."],
  ["Josiah Kwendel, DPT", "/doctors/josiah-kwendel-dpt/", "Exercise after every injection, and the balance class. Both offices."],
  ["Odile Brannock, RN", "/doctors/odile-brannock-rn/", "Records, medicines and the call on the day after. By phone, every morning."],
];

document.title = "Find the Right Clinician for You | Tamsett Bay Ortho";
document.head.insertAdjacentHTML("beforeend", `<link rel="canonical" href="{ORIGIN}/doctors/find/">`);
document.getElementById("main").innerHTML = `
  <h1>Find a clinician</h1>
  <p>Look for what hurts; the name leads to more about each of us.</p>
  <ul>${team.map(([name, page, sees]) => `<li><a href="${page}">${name}</a>: ${sees}</li>`).join("")}</ul>
  <p>Not sure? Call <a href="tel:+15419584417">(541) 958-4417</a> and tell us where it hurts.</p>`;
