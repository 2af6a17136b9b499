explorarAcuerdos([
["SALUD-2024-02-15-A1","salud","2024-02-15","Aprobar el Plan de Trabajo 2024 de la mesa y su meta de vacunación","Ana López, Rosa Paz",["sesal","arsa"],"2024-02-15","cumplido",0],
["SALUD-2024-03-21-A1","salud","2024-03-21","Publicar cada mes las existencias de vacunas por región","SESAL",["sesal"],"2024-06-30","pendiente",0]
]);
