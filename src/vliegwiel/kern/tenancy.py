"""One gemeente never touches another: the keys, joins and updates that make it so.

Every reference inside a gemeente is a `TenantForeignKey`. It does three things at once:
the database gets a composite foreign key `(gemeente_id, x_id)`, so that a row of another gemeente is
refused whatever the code does; every join carries `a.gemeente_id = b.gemeente_id`; and `x.parent`
looks up with the gemeente. The same models run on SQLite, PostgreSQL and Citus.
"""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models.constraints import BaseConstraint
from django.db.models.expressions import Col
from django.db.models.lookups import Exact

from vliegwiel.kern.ids import new_id


class SameGemeente(BaseConstraint):
    """A composite foreign key `(gemeente_id, column) → (gemeente_id, id)` of the table it points to."""

    def __init__(self, *, column: str, target: str, name: str) -> None:
        super().__init__(name=name)
        self.column = column
        self.target = target

    def _clause(self, editor: BaseDatabaseSchemaEditor) -> str:
        quote = editor.quote_name
        return (
            f"CONSTRAINT {quote(self.name)} FOREIGN KEY ({quote('gemeente_id')}, {quote(self.column)}) "
            f"REFERENCES {quote(self.target)} ({quote('gemeente_id')}, {quote('id')}) DEFERRABLE INITIALLY DEFERRED"
        )

    def constraint_sql(
        self, model: type[models.Model] | None, editor: BaseDatabaseSchemaEditor | None
    ) -> str | None:  # type: ignore[override]
        """Inside CREATE TABLE: SQLite knows no other way (it rebuilds a table to add one)."""
        assert model is not None and editor is not None
        return (
            self._clause(editor) if editor.connection.vendor == "sqlite" else self.create_sql(model, editor)
        )

    def create_sql(self, model: type[models.Model] | None, editor: BaseDatabaseSchemaEditor | None) -> None:  # type: ignore[override]
        """PostgreSQL: added when the migration ends, because the key it points to may still have to come."""
        assert model is not None and editor is not None
        statement = f"ALTER TABLE {editor.quote_name(model._meta.db_table)} ADD {self._clause(editor)}"
        editor.deferred_sql.append(statement)  # type: ignore[arg-type]

    def remove_sql(self, model: type[models.Model] | None, editor: BaseDatabaseSchemaEditor | None) -> str:
        assert model is not None and editor is not None
        return f"ALTER TABLE {editor.quote_name(model._meta.db_table)} DROP CONSTRAINT {editor.quote_name(self.name)}"

    def validate(self, *args: Any, **kwargs: Any) -> None:
        """The database itself judges this; there is nothing to say earlier."""

    def deconstruct(self) -> Any:
        path, args, kwargs = super().deconstruct()
        return path, args, {**kwargs, "column": self.column, "target": self.target}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SameGemeente) and self.deconstruct() == other.deconstruct()

    __hash__ = BaseConstraint.__hash__


def _declare(cls: type[models.Model], constraint: BaseConstraint) -> None:
    """Add a constraint to a real model as if its Meta had named it (migration states name theirs themselves)."""
    if cls.__module__ == "__fake__" or cls._meta.abstract:
        return
    if constraint.name not in {known.name for known in cls._meta.constraints}:
        cls._meta.constraints = [*cls._meta.constraints, constraint]
    cls._meta.original_attrs["constraints"] = cls._meta.constraints


class GemeenteKey(models.ForeignKey):  # type: ignore[type-arg]
    """The gemeente a row belongs to: first part of every key of its table."""

    def __init__(self, to: Any = "kern.Gemeente", **kwargs: Any) -> None:
        kwargs.update(on_delete=models.PROTECT, related_name="+", db_index=False)
        super().__init__(to, **kwargs)

    def contribute_to_class(self, cls: type[models.Model], name: str, **kwargs: Any) -> None:  # type: ignore[override]
        super().contribute_to_class(cls, name, **kwargs)
        key = models.UniqueConstraint(
            fields=[name, "id"], name=f"{cls._meta.label_lower.replace('.', '_')}_eigen_sleutel"
        )
        _declare(cls, key)


class TenantForeignKey(models.ForeignKey):  # type: ignore[type-arg]
    """A reference that stays inside one gemeente, in the database and in every join."""

    def __init__(self, to: Any, **kwargs: Any) -> None:
        kwargs.setdefault("on_delete", models.PROTECT)
        # The composite key below does this work, and does it better.
        kwargs["db_constraint"] = False
        super().__init__(to, **kwargs)

    def contribute_to_class(self, cls: type[models.Model], name: str, **kwargs: Any) -> None:  # type: ignore[override]
        super().contribute_to_class(cls, name, **kwargs)
        target = self.remote_field.model
        label = target if isinstance(target, str) else target._meta.label
        label = f"{cls._meta.app_label}.{label}" if "." not in label and label != "self" else label
        table = cls._meta.db_table if label == "self" else label.lower().replace(".", "_")
        short = f"{cls._meta.db_table}_{name}"
        _declare(cls, SameGemeente(column=f"{name}_id", target=table, name=f"{short[:52]}_gemeente"))

    def get_extra_restriction(self, alias: str, related_alias: str) -> Any:
        mine = self.model._meta.get_field("gemeente")
        theirs = self.remote_field.model._meta.get_field("gemeente")
        return Exact(Col(alias, mine), Col(related_alias, theirs))

    def get_extra_descriptor_filter(self, instance: models.Model) -> dict[str, Any]:
        return {"gemeente_id": instance.gemeente_id}  # type: ignore[attr-defined]


class GemeenteModel(models.Model):
    """Base of everything that belongs to one gemeente."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    gemeente = GemeenteKey()

    class Meta:
        abstract = True

    def _do_update(
        self, base_qs: Any, using: Any, pk_val: Any, values: Any, update_fields: Any, forced_update: Any
    ) -> bool:
        """An UPDATE names the gemeente in its WHERE and never in its SET (Citus forbids the latter)."""
        kept = [value for value in values if value[0].name != "gemeente"]
        scoped = base_qs.filter(gemeente_id=self.gemeente_id)
        return super()._do_update(scoped, using, pk_val, kept, update_fields, forced_update)  # type: ignore[misc]
