"""Publishing: datasets, document, data package and validation report as files, all or nothing."""

from pipeline.publishing.publish import dataset_files, publish

__all__ = ["dataset_files", "publish"]
