(function () {
  "use strict";
  var form = document.getElementById("saring");
  var semua = Array.prototype.slice.call(document.querySelectorAll("[data-s]"));
  var berkas = Array.prototype.slice.call(document.querySelectorAll("details.berkas"));
  function buka(id) {
    var tuju = id && document.getElementById(id);
    if (tuju && tuju.tagName === "DETAILS") { tuju.open = true; tuju.scrollIntoView(); }
  }
  function setiap(daftar, nilai) { daftar.forEach(function (d) { d.open = nilai; }); }
  window.addEventListener("hashchange", function () { buka(location.hash.slice(1)); });
  var semula = null;
  window.addEventListener("beforeprint", function () {
    if (berkas.length > 100) { return; }  // so many details fill a ream: what the reader opened is printed
    var tertutup = Array.prototype.filter.call(document.querySelectorAll("details:not([open])"), function (d) { return !d.hidden; });
    semula = (semula || []).concat(tertutup);
    setiap(tertutup, true);
  });
  window.addEventListener("afterprint", function () { setiap(semula || [], false); semula = null; });
  if (!form) { return; }
  var cari = document.getElementById("cari");
  var putusan = document.getElementById("pilih-putusan");
  var topik = document.getElementById("pilih-topik");
  var tampil = document.getElementById("tampil");
  var tunda;
  function saring() {
    var kata = cari.value.toLowerCase().split(/\s+/).filter(Boolean);
    var n = 0, dari = 0;
    semua.forEach(function (satu) {
      var d = satu.dataset;
      var cocok = (!putusan.value || d.p === putusan.value) &&
        (!topik.value || (" " + d.t + " ").indexOf(" " + topik.value + " ") >= 0) &&
        kata.every(function (k) { return d.c.indexOf(k) >= 0; });
      satu.hidden = !cocok;
      if (satu.tagName === "TR") { dari += 1; n += cocok ? 1 : 0; }
    });
    Array.prototype.forEach.call(document.querySelectorAll(".jenis[data-t]"), function (j) {
      j.hidden = !!topik.value && j.dataset.t !== topik.value;
    });
    tampil.textContent = form.dataset.tampil.replace("{n}", n).replace("{dari}", dari);
  }
  function nanti() { clearTimeout(tunda); tunda = setTimeout(saring, 120); }
  form.addEventListener("submit", function (e) { e.preventDefault(); });
  cari.addEventListener("input", nanti);
  putusan.addEventListener("change", saring);
  topik.addEventListener("change", saring);
  document.getElementById("buka").addEventListener("click", function () { setiap(berkas, true); });
  document.getElementById("tutup").addEventListener("click", function () { setiap(berkas, false); });
  document.getElementById("cetak").addEventListener("click", function () { window.print(); });
  form.hidden = false;
  // A filter may come with the address, to be passed on: laporan.html#putusan=ditolak&topik=STR&cari=balai
  var minta = new URLSearchParams(location.hash.slice(1));
  cari.value = minta.get("cari") || "";
  putusan.value = minta.get("putusan") || "";
  topik.value = minta.get("topik") || "";
  if (putusan.selectedIndex < 0) { putusan.value = ""; }
  if (topik.selectedIndex < 0) { topik.value = ""; }
  saring();
  buka(location.hash.slice(1));
})();
