using Complaints.Learning.Table;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Complaints.Learning.MLNet.Data;

/// <summary>A labelled table as ML.NET reads it, in the order of its rows; nothing is copied.</summary>
/// <param name="table">The table, for labels and weights.</param>
/// <param name="features">Its rows as vectors.</param>
/// <param name="cancellationToken">Stops a pass over the rows.</param>
internal sealed class RowView(FeatureTable table, IRowFeatures features, CancellationToken cancellationToken) : IDataView
{
    public const string Features = "Features";
    public const string Label = "Label";
    public const string Weight = "Weight";

    public bool CanShuffle => false;

    public DataViewSchema Schema { get; } = SchemaOf(features.Width);

    public FeatureTable Table => table;

    public IRowFeatures Rows => features;

    public CancellationToken Cancelled => cancellationToken;

    public long? GetRowCount() => table.RowCount;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) =>
        new RowCursor(this, columnsNeeded);

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) =>
        [GetRowCursor(columnsNeeded, rand)];

    private static DataViewSchema SchemaOf(int width)
    {
        DataViewSchema.Builder builder = new();
        builder.AddColumn(Features, new VectorDataViewType(NumberDataViewType.Single, width));
        builder.AddColumn(Label, BooleanDataViewType.Instance);
        builder.AddColumn(Weight, NumberDataViewType.Single);
        return builder.ToSchema();
    }
}
