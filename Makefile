# Alles begint hier. `make run` en `make test` doen zelf de opzet die ze nodig hebben (zie tools/).
PYTHON ?= python3
PORT ?= 8000

TOOLS = @command -v $(PYTHON) >/dev/null 2>&1 || { echo "Python is niet gevonden ($(PYTHON)). Installeer Python 3.11 of nieuwer (Debian: apt-get install python3)." >&2; exit 1; }; \
	exec $(PYTHON) -m tools

.DEFAULT_GOAL := help
.PHONY: help run demo-reset check test bench fuzz mutate docs screenshots lock messages format clean

help:
	@echo "make run          de demo op http://127.0.0.1:$(PORT) (andere poort: make run PORT=8001)"
	@echo "make demo-reset   de demo opnieuw beginnen"
	@echo "make check        stijl, typen, contracten, vertalingen, huisregels (geen browser)"
	@echo "make test         alles wat CI draait: ook SQLite, PostgreSQL en de browser"
	@echo "make bench        hoe snel pagina's, berichten en klok zijn, tot 2.000.000 voorzieningen (lang)"
	@echo "make fuzz         willekeurige vragen tegen docs/huis/toegang.md (make fuzz AANTAL=5000 SEED=2)"
	@echo "make mutate       elk foutje in het toegangsbeleid wordt gezien"
	@echo "make docs         docs/huis opnieuw maken"
	@echo "make screenshots  de plaatjes in de README opnieuw maken"
	@echo "make messages     nieuwe teksten in de vertalingen zetten"
	@echo "make format       code opmaken"
	@echo "make lock         nieuwere versies van pakketten vastleggen"
	@echo "make clean        opruimen wat de opzet maakte"

run demo-reset:
	$(TOOLS) $@ --port $(PORT)

check test bench fuzz mutate docs screenshots lock messages format clean:
	$(TOOLS) $@
