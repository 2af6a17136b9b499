// De los textos de los dibujos a los que no se leen: su contraste con lo que tienen debajo, que axe no sabe medir.
// Mira tres puntos de cada texto y compone, de abajo arriba, las formas pintadas antes que él.
() => {
  const lienzo = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const rgba = (color) => {
    lienzo.clearRect(0, 0, 1, 1);
    lienzo.fillStyle = color;
    lienzo.fillRect(0, 0, 1, 1);
    return [...lienzo.getImageData(0, 0, 1, 1).data];
  };
  const sobre = (arriba, abajo, opacidad) => {
    const alfa = (arriba[3] / 255) * opacidad;
    return [0, 1, 2].map((i) => arriba[i] * alfa + abajo[i] * (1 - alfa)).concat(255);
  };
  const luminancia = (color) => {
    const [r, g, b] = color.slice(0, 3).map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contraste = (a, b) => {
    const [clara, oscura] = [luminancia(a), luminancia(b)].sort((x, y) => y - x);
    return (clara + 0.05) / (oscura + 0.05);
  };
  const fondo = rgba(getComputedStyle(document.body).backgroundColor);
  const malos = [];
  let medidos = 0;
  for (const texto of document.querySelectorAll("svg text")) {
    const caja = texto.getBoundingClientRect();
    if (!caja.width) continue;
    let dibujo = texto.ownerSVGElement;
    while (dibujo.ownerSVGElement) dibujo = dibujo.ownerSVGElement;
    const formas = [...dibujo.querySelectorAll("rect, circle, path")].filter(
      (f) => !f.closest("defs") && f.compareDocumentPosition(texto) & Node.DOCUMENT_POSITION_FOLLOWING,
    );
    medidos += 1;
    for (const parte of [0.1, 0.5, 0.9]) {
      const punto = new DOMPoint(caja.x + caja.width * parte, caja.y + caja.height / 2);
      let color = fondo;
      for (const forma of formas) {
        const estilo = getComputedStyle(forma);
        if (estilo.fill === "none" || estilo.fill.startsWith("url") || estilo.display === "none") continue;
        const matriz = forma.getScreenCTM();
        if (!matriz || !forma.isPointInFill(punto.matrixTransform(matriz.inverse()))) continue;
        color = sobre(rgba(estilo.fill), color, estilo.opacity * estilo.fillOpacity);
      }
      const razon = contraste(sobre(rgba(getComputedStyle(texto).fill), color, 1), color);
      if (razon < 4.5) malos.push(`«${texto.textContent}» (${texto.getAttribute("class") || ""}): ${razon.toFixed(2)}`);
    }
  }
  return { medidos, malos: [...new Set(malos)] };
};
