// How hits are ordered: a heading that is what was typed comes first. The numbers are Sphinx's own.
var Scorer = {
  score: (result) => {
    const [, title, , , score] = result;
    const typed = (new URLSearchParams(location.search).get("q") ?? "").trim().toLowerCase();
    const heading = title.toLowerCase().replace(/[?.]/g, "");
    return typed !== "" && heading.includes(typed) ? score + 100 : score;
  },
  objNameMatch: 11,
  objPartialMatch: 6,
  objPrio: { 0: 15, 1: 5, 2: -5 },
  objPrioDefault: 0,
  title: 15,
  partialTitle: 7,
  term: 5,
  partialTerm: 2,
};
