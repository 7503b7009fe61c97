// Cells of the grids. Every text goes through React, which escapes it; every link leads into the dashboard.
(function () {
  "use strict";
  var cells = (window.dashAgGridComponentFunctions = window.dashAgGridComponentFunctions || {});
  var e = function () { return window.React.createElement.apply(null, arguments); };

  function href(path, name, value) {
    var now = new URLSearchParams(location.search);
    var search = new URLSearchParams();
    ["site", "snapshot"].forEach(function (key) { if (now.get(key)) search.set(key, now.get(key)); });
    search.set(name, value);
    return path + "?" + search.toString();
  }

  function empty() { return e("span", { className: "muted" }, "–"); }

  function hostOf(address) {
    try { return new URL(address).host; } catch (error) { return ""; }
  }

  function pathOf(address) {
    try {
      var url = new URL(address);
      return decodeURI(url.pathname) + url.search;
    } catch (error) { return String(address); }
  }

  cells.RoundsPage = function (props) {
    if (!props.value) return props.data ? empty() : null;
    var own = hostOf(props.value) === props.host;
    var path = own ? pathOf(props.value) : props.value;
    if (!own || props.live) {
      return /^https?:\/\//.test(props.value)
        ? e("a", { href: props.value, target: "_blank", rel: "noopener noreferrer", className: "link outside", title: props.value }, path)
        : e("span", null, props.value);
    }
    var title = props.name && props.data ? props.data[props.name] : null;
    return e("a", { href: href("/page", "url", props.value), className: "page-link", title: title ? title + "\n" + props.value : props.value },
      e("span", { className: "page-name" }, title || path),
      title ? e("span", { className: "page-path" }, path) : null);
  };
  cells.RoundsBadge = function (props) {
    if (props.value === null || props.value === undefined || props.value === "") return props.data ? empty() : null;
    var word = (props.words || {})[props.value] || [String(props.value), "plain"];
    return e("span", { className: "badge tone-" + word[1] }, word[0]);
  };
  cells.RoundsFlag = function (props) {
    if (!props.data) return null;
    return e("span", { className: props.value ? "flag yes" : "flag", role: "img", "aria-label": props.value ? "yes" : "no" }, props.value ? "✓" : "–");
  };
  cells.RoundsNumber = function (props) {
    if (props.value === null || props.value === undefined) return props.data ? empty() : null;
    return e("span", null, Number(props.value).toLocaleString("en-US", { maximumFractionDigits: 1 }));
  };
  cells.RoundsPhrase = function (props) {
    if (!props.data) return null;
    return e("a", { href: href("/keywords", "key", props.data.key) + "#phrase", className: "link" }, props.value);
  };
  cells.RoundsTopic = function (props) {
    if (!props.data) return null;
    return e("a", { href: href("/keywords", "topic", props.data.key) + "#topic", className: "link" }, props.value);
  };
  cells.RoundsGap = function (props) {
    if (!props.data) return null;
    return e("a", { href: href("/gap", "id", props.data.gap_id), className: "link", title: props.value }, props.value);
  };
  cells.RoundsPhone = function (props) {
    if (!props.value) return props.data ? empty() : null;
    return e("a", { href: href("/calls", "number", props.value) + "#mentions", className: "link" }, props.value);
  };
})();
