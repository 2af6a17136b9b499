"use strict";
// De unas palabras a las páginas que las tienen. El índice (Pagefind) se pide al entrar en la casilla, y no antes; desde
// una carpeta no se podría pedir, y la página se queda en su índice por letras.
if (location.protocol !== "file:") {
  const TANDA = 10; // resultados que se añaden de una vez
  const ESPERA = 200; // milisegundos sin teclear antes de buscar
  const ENTIDADES = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&#x27;": "'", "&amp;": "&" };

  const buscador = document.getElementById("buscador");
  const palabras = document.getElementById("q");
  const clase = document.getElementById("clase");
  const cuenta = document.getElementById("cuenta");
  const lista = document.getElementById("hallados");
  const mas = document.getElementById("mas");
  const raiz = new URL("../", location.href).href.replace(/[?#].*$/, "");
  const clases = [...clase.options].map((una) => ({ una, nombre: una.text }));
  let indice = null; // la promesa del índice: quien lo pida después espera a la misma
  let porMostrar = []; // de lo hallado, lo que aún no está en la lista
  let turno = 0; // la última búsqueda pedida: lo que llega tarde de una anterior no se escribe

  const plural = (cuantos) => cuantos.toLocaleString("es-HN") + (cuantos === 1 ? " página" : " páginas");

  async function cargar() {
    cuenta.textContent = "Cargando el índice…";
    const pagefind = await import("./pagefind/pagefind.js");
    await pagefind.options({ baseUrl: raiz, excerptLength: 32, ranking: { pageLength: 0 } });
    await pagefind.filters(); // sin pedirlos, no cuenta cuántas páginas hay de cada clase
    cuenta.textContent = "";
    return pagefind;
  }

  async function buscar() {
    const mio = ++turno;
    const que = palabras.value.trim();
    const pares = new URLSearchParams(Object.entries({ q: que, clase: clase.value }).filter(([, valor]) => valor));
    history.replaceState(null, "", location.pathname + (String(pares) && "?" + pares) + location.hash);
    mas.hidden = true;
    let total;
    try {
      const pagefind = await (indice ??= cargar());
      const respuesta = que && (await pagefind.search(que, { filters: clase.value ? { clase: clase.value } : {} }));
      if (mio !== turno) return;
      porMostrar = respuesta ? [...respuesta.results] : [];
      total = porMostrar.length;
      lista.replaceChildren();
      contarClases(respuesta ? respuesta.totalFilters.clase || {} : null);
      await mostrar(mio);
    } catch {
      return rendirse(mio);
    }
    const nada = "Nada con «" + que + "». Pruebe con menos palabras, o en el índice por letras.";
    if (mio === turno) cuenta.textContent = !que ? "" : total ? plural(total) + "." : nada;
  }

  function rendirse(mio) {
    if (mio !== turno) return; // la que falló ya no es la que se espera
    buscador.querySelector("form").hidden = true;
    cuenta.textContent = "El buscador no se pudo cargar. Abajo está el índice por letras.";
  }

  function contarClases(cuantas) {
    for (const { una, nombre } of clases) {
      if (una.value) una.text = cuantas ? nombre + " (" + (cuantas[una.value] || 0) + ")" : nombre;
    }
  }

  async function mostrar(mio) {
    mas.hidden = true; // hasta que lleguen: pulsarlo dos veces no ha de traer los mismos
    const datos = await Promise.all(porMostrar.splice(0, TANDA).map((uno) => uno.data()));
    if (mio !== turno) return null;
    const nuevos = datos.map(resultado);
    lista.append(...nuevos);
    mas.hidden = !porMostrar.length;
    return nuevos[0];
  }

  function resultado(dato) {
    const uno = document.createElement("li");
    const enlace = uno.appendChild(document.createElement("a"));
    enlace.href = dato.url;
    enlace.textContent = dato.meta.title;
    const deQue = uno.appendChild(document.createElement("p"));
    deQue.className = "nota";
    deQue.textContent = [...(dato.filters.clase || []), dato.meta.mesa].filter(Boolean).join(" · ");
    uno.appendChild(document.createElement("p")).append(...extracto(dato.excerpt));
    return uno;
  }

  // Pagefind da el extracto con sus <mark> y lo demás escapado: se rehace con nodos, y nada de él se interpreta.
  function extracto(escrito) {
    return escrito.split(/<\/?mark>/).map((trozo, i) => {
      const llano = trozo.replace(/&(?:lt|gt|quot|#39|#x27|amp);/g, (entidad) => ENTIDADES[entidad]);
      const nodo = i % 2 ? document.createElement("mark") : document.createTextNode("");
      nodo.textContent = llano;
      return nodo;
    });
  }

  let reloj = 0;
  palabras.addEventListener("focus", () => (indice ??= cargar()).catch(buscar), { once: true });
  palabras.addEventListener("input", () => {
    clearTimeout(reloj);
    reloj = setTimeout(buscar, ESPERA);
  });
  clase.addEventListener("input", buscar);
  buscador.querySelector("form").addEventListener("submit", (suceso) => {
    suceso.preventDefault();
    buscar();
  });
  mas.addEventListener("click", async () => {
    const primero = await mostrar(turno).catch(rendirse.bind(null, turno));
    if (primero) primero.querySelector("a").focus();
  });

  buscador.hidden = false;
  const pedido = new URLSearchParams(location.search);
  palabras.value = pedido.get("q") || "";
  if (clases.some(({ una }) => una.value === pedido.get("clase"))) clase.value = pedido.get("clase");
  if (palabras.value) buscar();
}
