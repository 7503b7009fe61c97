// Links and forms of the dashboard change the address without loading the page anew; the address is all the state.
(function () {
  "use strict";
  var root = document.documentElement;
  var last = null;
  var from = null;

  function scheme() {
    return root.getAttribute("data-mantine-color-scheme") === "dark" ? "dark" : "light";
  }

  function isOurs(url) {
    return url.origin === location.origin && !/^\/(export|save|assets|_dash)/.test(url.pathname);
  }

  function go(url) {
    history.pushState({}, "", url.pathname + url.search + url.hash);
    window.dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
  }

  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest("a[href]");
    if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    if (link.target || link.hasAttribute("download")) return;
    var url = new URL(link.href, location.href);
    if (!isOurs(url)) return;
    if (url.pathname + url.search === location.pathname + location.search && url.hash) return;
    event.preventDefault();
    var group = link.closest("[aria-label]");
    from = group && group.getAttribute("aria-label");
    go(url);
  });

  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (form.method === "post") return form.className === "decide" ? decide(event, form) : undefined;
    var url = new URL(form.action, location.href);
    if (!isOurs(url)) return;
    event.preventDefault();
    Object.keys(form.dataset).forEach(function (name) {
      if (name.indexOf("keep") === 0) url.searchParams.set(name.slice(4).toLowerCase(), form.dataset[name]);
    });
    new FormData(form).forEach(function (value, name) { if (value) url.searchParams.set(name, value); });
    url.hash = "list";
    go(url);
  });

  // A decision is sent in the background; the page is then drawn anew from what was kept.
  function decide(event, form) {
    event.preventDefault();
    var says = form.querySelector("[role=status]");
    var body = new URLSearchParams(new FormData(form));
    if (event.submitter && event.submitter.name) body.set(event.submitter.name, event.submitter.value);
    fetch(form.action, { method: "POST", body: body }).then(function (answer) {
      if (answer.ok) return location.reload();
      return answer.text().then(function (text) {
        if (says) says.textContent = answer.status === 409 || answer.status === 422 ? text : "This was not kept.";
      });
    }, function () { if (says) says.textContent = "The dashboard gave no answer. Nothing was kept."; });
  }

  document.addEventListener("change", function (event) {
    var select = event.target;
    if (!select.matches || !select.matches("select[data-param]")) return;
    var url = new URL(location.href);
    url.searchParams.set(select.dataset.param, select.value);
    if (select.dataset.drop) url.searchParams.delete(select.dataset.drop);
    url.hash = "";
    go(url);
  });

  document.addEventListener("keydown", function (event) {
    var close = event.key === "Escape" && document.querySelector("[data-close]");
    if (close) close.click();
  });

  new MutationObserver(function () {
    if (window.dash_clientside && window.dash_clientside.set_props) {
      window.dash_clientside.set_props("scheme", { data: scheme() });
    }
  }).observe(root, { attributes: true, attributeFilter: ["data-mantine-color-scheme"] });

  // After new content: the reader stands where the link led, with the keyboard too.
  function settle() {
    var before = last;
    last = { path: location.pathname, search: location.search };
    var panel = document.getElementById("selection");
    var anchor = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (anchor && anchor.id !== "main") {
      anchor.scrollIntoView({ block: "start" });
    } else if (before && before.path !== last.path) {
      window.scrollTo(0, 0);
      var heading = document.querySelector("#content h1");
      if (heading) heading.focus({ preventScroll: true });
    } else if (before && before.search !== last.search && panel) {
      panel.focus({ preventScroll: true });
    } else if (before && before.search !== last.search && document.activeElement === document.body) {
      refocus(before);
    }
    from = null;
  }

  // The link that was followed is gone with the old content: its likeness takes the focus, so that Tab goes on from there.
  function refocus(before) {
    var chosen = from && document.querySelector('#content [aria-label="' + CSS.escape(from) + '"] [aria-current]');
    var opened = before.path + before.search;
    var links = /[?&][ct]=/.test(before.search) ? Array.from(document.querySelectorAll("#content a[href]")) : [];
    var link = chosen || links.find(function (one) { return one.getAttribute("href") === opened; });
    if (link) link.focus({ preventScroll: true });
  }

  window.dash_clientside = Object.assign({}, window.dash_clientside, {
    rounds: {
      scheme: scheme,
      arrived: function (title) {
        if (title) document.title = title;
        if (title) setTimeout(settle, 0);
        return window.dash_clientside.no_update;
      },
      follow: function (clicks) {
        var hit = window.dash_clientside.callback_context.triggered[0];
        var point = hit && hit.value && hit.value.points && hit.value.points[0];
        var href = point && (Array.isArray(point.customdata) ? point.customdata[0] : point.customdata);
        if (typeof href === "string" && href[0] === "/" && href[1] !== "/") {
          var url = new URL(href, location.href);
          if (isOurs(url)) go(url);
        }
        return window.dash_clientside.no_update;
      },
      menu: function (burger, drawer) {
        var hit = window.dash_clientside.callback_context.triggered[0];
        var opened = hit && hit.prop_id.indexOf("drawer") === 0 ? drawer : burger;
        return [opened, opened];
      },
    },
  });
})();
