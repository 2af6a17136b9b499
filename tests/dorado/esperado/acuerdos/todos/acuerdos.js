"use strict";
// De los acuerdos de «datos.js», que llama a esta función, a la vista que se pide: filtra, ordena, cuenta y exporta.
// El formulario es todo el estado de la vista, y la dirección de la página, su copia: quien la reciba ve lo mismo.
function explorarAcuerdos(filas) {
  const TANDA = 100; // renglones que se añaden de una vez: con veinte mil, la página no se detiene
  const ESPERA = 150; // milisegundos sin teclear antes de buscar
  const CLAVES = ["id", "mesa", "fecha", "texto", "responsables", "instituciones", "plazo", "estado", "atraso"];
  const EN_CSV = ["id", "mesa", "fecha", "texto", "responsables", "plazo", "estado", "atraso"];

  const explorador = document.getElementById("explorador");
  const formulario = explorador.querySelector("form");
  const campos = formulario.elements;
  const cuerpo = explorador.querySelector("tbody");
  const botones = [...explorador.querySelectorAll("th button")];
  const cuenta = document.getElementById("cuenta");
  const mas = document.getElementById("mas");
  const fechas = new Intl.DateTimeFormat("es-HN", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  const orden = new Intl.Collator("es", { numeric: true, sensitivity: "base" });

  const llano = (texto) => texto.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const opcion = (campo, valor) => [...campo.options].find((una) => una.value === valor);
  const esDia = (plazo) => /^\d{4}-\d{2}-\d{2}$/.test(plazo);
  const decirDia = (plazo) => (esDia(plazo) ? fechas.format(new Date(plazo + "T00:00:00Z")) : plazo);
  const contar = (cuantos, uno, varios) => cuantos.toLocaleString("es-HN") + " " + (cuantos === 1 ? uno : varios);
  const nombres = (campo) => new Map([...campo.options].map((una) => [una.value, una.text]));
  const mesas = nombres(campos.mesa);
  const estados = nombres(campos.estado);

  const acuerdos = filas.map((fila) => {
    const uno = Object.fromEntries(CLAVES.map((clave, i) => [clave, fila[i]]));
    uno.enMesa = mesas.get(uno.mesa) || uno.mesa;
    uno.enEstado = estados.get(uno.estado) || uno.estado;
    uno.pajar = llano([uno.id, uno.enMesa, uno.texto, uno.responsables].join(" "));
    return uno;
  });
  let vista = acuerdos;

  // --- qué se ve -----------------------------------------------------------------------------------------------
  function pasa(uno, palabras) {
    const desde = campos.desde.value;
    const hasta = campos.hasta.value;
    return (
      (!campos.mesa.value || uno.mesa === campos.mesa.value) &&
      (!campos.institucion.value || uno.instituciones.includes(campos.institucion.value)) &&
      (!campos.estado.value || uno.estado === campos.estado.value) &&
      (!campos.vencidos.checked || uno.atraso > 0) &&
      ((!desde && !hasta) || esDia(uno.plazo)) &&
      (!desde || uno.plazo >= desde) &&
      (!hasta || uno.plazo <= hasta) &&
      palabras.every((palabra) => uno.pajar.includes(palabra))
    );
  }

  const COMPARA = {
    id: (a, b) => orden.compare(a.id, b.id),
    mesa: (a, b) => orden.compare(a.enMesa, b.enMesa),
    texto: (a, b) => orden.compare(a.texto, b.texto),
    responsables: (a, b) => orden.compare(a.responsables, b.responsables),
    plazo: (a, b) => orden.compare(a.plazo, b.plazo),
    estado: (a, b) => orden.compare(a.enEstado, b.enEstado) || a.atraso - b.atraso,
  };
  const FALTA = { plazo: (uno) => !esDia(uno.plazo), responsables: (uno) => !uno.responsables };

  function ordenar(lista) {
    const compara = COMPARA[campos.orden.value];
    if (!compara) return lista;
    const falta = FALTA[campos.orden.value] || (() => false);
    const signo = campos.sentido.value === "descendente" ? -1 : 1;
    return [...lista].sort((a, b) => falta(a) - falta(b) || signo * compara(a, b)); // lo que falta, siempre al final
  }

  function mirar() {
    const palabras = llano(campos.texto.value).split(/\s+/).filter(Boolean);
    vista = ordenar(acuerdos.filter((uno) => pasa(uno, palabras)));
    cuerpo.replaceChildren();
    mostrar(TANDA);
    const vencidos = vista.filter((uno) => uno.atraso > 0).length;
    const deTodos = vista.length < acuerdos.length ? " de " + acuerdos.length.toLocaleString("es-HN") : "";
    const tarde = vencidos ? "; " + contar(vencidos, "vencido", "vencidos") : "";
    cuenta.textContent = contar(vista.length, "acuerdo", "acuerdos") + deTodos + tarde + ".";
    for (const boton of botones) {
      const suyo = boton.value === campos.orden.value;
      const sentido = campos.sentido.value === "descendente" ? "descending" : "ascending";
      boton.parentElement.setAttribute("aria-sort", suyo ? sentido : "none");
    }
    document.getElementById("criterios").textContent = criterios();
    guardar();
  }

  function criterios() {
    const valor = (campo) => (campo.options ? opcion(campo, campo.value).text : decirDia(campo.value));
    return elegidos()
      .map((campo) => campo.labels[0].textContent.trim() + (campo.type === "checkbox" ? "" : ": " + valor(campo)))
      .join(" · ");
  }

  // --- los renglones -------------------------------------------------------------------------------------------
  function mostrar(cuantos) {
    const hechos = cuerpo.rows.length;
    cuerpo.append(...vista.slice(hechos, hechos + cuantos).map(renglon));
    const restan = vista.length - cuerpo.rows.length;
    mas.hidden = restan === 0;
    mas.textContent = "Mostrar " + Math.min(TANDA, restan) + " más, de " + contar(restan, "que queda", "que quedan");
  }

  function renglon(uno) {
    const fila = document.createElement("tr");
    const titular = fila.appendChild(document.createElement("th"));
    titular.scope = "row";
    titular.className = "junto";
    const enlace = titular.appendChild(document.createElement("a"));
    enlace.href = "../" + encodeURIComponent(uno.id.toLowerCase()) + "/index.html";
    enlace.textContent = uno.id;
    const celdas = [uno.enMesa, uno.texto, uno.responsables || "no se dice", decirDia(uno.plazo)];
    for (const [i, texto] of celdas.entries()) celda(fila, i + 1).textContent = texto;
    const estado = celda(fila, 5).appendChild(document.createElement("span"));
    const tono = opcion(campos.estado, uno.estado);
    estado.className = "etiqueta " + (uno.atraso > 0 ? "mal" : (tono && tono.dataset.tono) || "gris");
    estado.textContent = uno.atraso > 0 ? "vencido hace " + contar(uno.atraso, "día", "días") : uno.enEstado;
    return fila;
  }

  function celda(fila, columna) {
    const una = fila.appendChild(document.createElement("td"));
    una.dataset.columna = botones[columna].textContent;
    return una;
  }

  // --- la dirección --------------------------------------------------------------------------------------------
  function elegidos() {
    const elegido = (campo) => (campo.type === "checkbox" ? campo.checked : campo.value !== "");
    const cuenta = (campo) => campo !== campos.sentido || campos.orden.value !== ""; // sin orden, no hay sentido
    return [...campos].filter((campo) => campo.name && elegido(campo) && cuenta(campo));
  }

  function guardar() {
    const pares = new URLSearchParams(elegidos().map((campo) => [campo.name, campo.value]));
    try {
      history.replaceState(null, "", location.pathname + (String(pares) && "?" + pares) + location.hash);
    } catch {
      // algún navegador no deja hacerlo desde una carpeta: la vista sirve igual, y solo no se comparte
    }
  }

  function recordar() {
    for (const [nombre, valor] of new URLSearchParams(location.search)) {
      const campo = campos.namedItem(nombre);
      if (!campo || !campo.name) continue;
      if (campo.type === "checkbox") campo.checked = true;
      else if (!campo.options || opcion(campo, valor)) campo.value = valor;
    }
  }

  // --- la copia ------------------------------------------------------------------------------------------------
  function exportar() {
    const escribir = (valor) => {
      const texto = String(valor); // una hoja de cálculo tomaría por fórmula lo que así empieza
      return '"' + (/^[=+\-@\t\r]/.test(texto) ? "'" + texto : texto).replaceAll('"', '""') + '"';
    };
    const cabeza = ["acuerdo", "mesa", "fecha", "texto", "responsables", "plazo", "estado", "dias_de_atraso"];
    const renglones = [cabeza, ...vista.map((uno) => EN_CSV.map((clave) => uno[clave]))];
    const csv = "\ufeff" + renglones.map((celdas) => celdas.map(escribir).join(",") + "\r\n").join("");
    const enlace = document.createElement("a");
    enlace.href = URL.createObjectURL(new Blob([csv], { type: "text/csv;charset=utf-8" }));
    enlace.download = "acuerdos.csv";
    enlace.click();
    setTimeout(() => URL.revokeObjectURL(enlace.href), 10000);
  }

  let reloj = 0;
  formulario.addEventListener("input", () => {
    clearTimeout(reloj);
    reloj = setTimeout(mirar, ESPERA);
  });
  formulario.addEventListener("submit", (suceso) => suceso.preventDefault());
  formulario.addEventListener("reset", () => setTimeout(mirar));
  for (const boton of botones) {
    boton.addEventListener("click", () => {
      const otraVez = campos.orden.value === boton.value && campos.sentido.value === "ascendente";
      campos.orden.value = boton.value;
      campos.sentido.value = otraVez ? "descendente" : "ascendente";
      mirar();
    });
  }
  mas.addEventListener("click", () => {
    const primera = cuerpo.rows.length;
    mostrar(TANDA);
    cuerpo.rows[primera].querySelector("a").focus(); // quien va con el teclado sigue donde estaba
  });
  document.getElementById("exportar").addEventListener("click", exportar);
  addEventListener("beforeprint", () => mostrar(vista.length)); // en papel, la vista entera

  document.getElementById("sin-guiones").hidden = true;
  explorador.hidden = false;
  recordar();
  mirar();
}
