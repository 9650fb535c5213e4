using System.Data.Common;
using System.Globalization;

namespace Complaints.Etl.History;

/// <summary>Gathers what a load did to stages, line by line: it counts all of them and keeps the first.</summary>
/// <param name="most">How many are kept.</param>
internal sealed class StageChanges(int most)
{
    private readonly SortedDictionary<string, long> _byFate = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> _byField = new(StringComparer.Ordinal);
    private readonly List<StageChange> _changes = [];
    private List<FieldChange>? _fields;

    internal IReadOnlyDictionary<string, long> ByFate => _byFate;

    internal IReadOnlyDictionary<string, long> ByField => _byField;

    internal IReadOnlyList<StageChange> Changes => _changes;

    // A stage's own line comes before those of its fields.
    internal void Add(DbDataReader row)
    {
        string fate = row.GetString(3);
        if (row.IsDBNull(5))
        {
            _byFate[fate] = _byFate.GetValueOrDefault(fate) + 1;
            _fields = _changes.Count < most ? [] : null;
            if (_fields is not null)
            {
                int stage = Convert.ToInt32(row.GetValue(2), CultureInfo.InvariantCulture);
                _changes.Add(new StageChange(row.GetString(0), row.GetString(1), stage, fate, _fields));
            }

            return;
        }

        string field = row.GetString(5);
        if (fate == "changed")
        {
            _byField[field] = _byField.GetValueOrDefault(field) + 1;
        }

        _fields?.Add(new FieldChange(field, row.IsDBNull(6) ? null : row.GetString(6), row.IsDBNull(7) ? null : row.GetString(7)));
    }
}
