"""The walk as Prefect flows: the same stages, with retries, time limits, a cache, and artifacts to look at.

No rule about reports lives here. Prefect's settings have to be made before it is imported, so that is done here.
"""

from flows.settings import prepare

prepare()
