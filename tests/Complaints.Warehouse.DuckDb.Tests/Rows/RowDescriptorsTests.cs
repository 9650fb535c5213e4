using Complaints.Warehouse.DuckDb.Rows;
using Complaints.Warehouse.Rows;

namespace Complaints.Warehouse.DuckDb.Tests.Rows;

public class RowDescriptorsTests
{
    [Fact]
    public void Every_row_type_has_a_descriptor_and_nothing_else_registers_it()
    {
        Type[] rows =
        [
            .. typeof(IWarehouseRow).Assembly.GetTypes()
                .Where(type => type is { IsInterface: false } && type.IsAssignableTo(typeof(IWarehouseRow))),
        ];
        Assert.NotEmpty(rows);
        Assert.Equal(rows.Select(row => row.Name).Order(), RowDescriptors.All.Select(descriptor => descriptor.Row.Name).Order());
    }

    [Fact]
    public void A_row_type_without_a_descriptor_is_refused_by_its_name() =>
        Assert.Contains(
            "String", Assert.Throws<NotSupportedException>(() => RowDescriptors.Of(typeof(string))).Message, StringComparison.Ordinal);
}
