using System.Reflection;
using System.Runtime.CompilerServices;
using Complaints.Domain.Figures;

namespace Complaints.Domain.Tests;

public class ConventionTests
{
    private const BindingFlags Public = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Type[] s_publicTypes = typeof(Rate).Assembly.GetExportedTypes();

    [Fact]
    public void Every_class_is_sealed_or_static_and_every_struct_a_readonly_record()
    {
        Assert.NotEmpty(s_publicTypes);
        Assert.All(s_publicTypes.Where(type => type.IsClass && !typeof(Exception).IsAssignableFrom(type)), type =>
            Assert.True(type.IsSealed || IsClosed(type), $"{type} can be derived from"));
        Assert.All(s_publicTypes.Where(type => type.IsValueType && !type.IsEnum), type =>
        {
            Assert.True(type.IsDefined(typeof(IsReadOnlyAttribute)), $"{type} is not readonly");
            Assert.NotNull(type.GetMethod("PrintMembers", BindingFlags.NonPublic | BindingFlags.Instance));
        });
    }

    // An abstract record whose kinds are all here: outside the assembly there is no constructor to derive with, a copy's apart.
    private static bool IsClosed(Type type) => type.IsAbstract
        && type.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
            .All(constructor => constructor.IsPrivate
                || constructor.IsFamilyAndAssembly
                || constructor.GetParameters() is [{ } copied] && copied.ParameterType == type);

    [Fact]
    public void No_public_member_takes_or_returns_a_float()
    {
        IEnumerable<(MemberInfo Member, Type Type)> used = s_publicTypes.SelectMany(type => type.GetMembers(Public)).SelectMany(TypesOf);

        Assert.DoesNotContain(
            used, x => Mentions(x.Type, typeof(double)) || Mentions(x.Type, typeof(float)) || Mentions(x.Type, typeof(Half)));
    }

    [Fact]
    public void No_public_member_takes_or_returns_a_time_of_day()
    {
        IEnumerable<(MemberInfo Member, Type Type)> used = s_publicTypes.SelectMany(type => type.GetMembers(Public)).SelectMany(TypesOf);

        Assert.DoesNotContain(used, x => Mentions(x.Type, typeof(DateTime)) || Mentions(x.Type, typeof(DateTimeOffset)));
    }

    [Fact]
    public void Nothing_public_can_be_changed_once_built() =>
        Assert.DoesNotContain(
            s_publicTypes.SelectMany(type => type.GetProperties(Public)),
            property => property.SetMethod is { IsPublic: true } setter
                && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)));

    [Fact]
    public void Values_that_can_be_ordered_have_all_operators() =>
        Assert.All(
            s_publicTypes.Where(type => type.IsValueType && typeof(IComparable<>).MakeGenericType(type).IsAssignableFrom(type)),
            type => Assert.All(
                ["op_LessThan", "op_LessThanOrEqual", "op_GreaterThan", "op_GreaterThanOrEqual"],
                name => Assert.NotNull(type.GetMethod(name))));

    [Fact]
    public void The_domain_depends_on_nothing_but_the_framework() =>
        Assert.All(
            typeof(Rate).Assembly.GetReferencedAssemblies(),
            reference => Assert.StartsWith("System.", reference.Name, StringComparison.Ordinal));

    private static IEnumerable<(MemberInfo Member, Type Type)> TypesOf(MemberInfo member) => member switch
    {
        MethodBase method => method.GetParameters().Select(parameter => (member, parameter.ParameterType))
            .Append((member, (method as MethodInfo)?.ReturnType ?? typeof(void))),
        PropertyInfo property => [(member, property.PropertyType)],
        FieldInfo field => [(member, field.FieldType)],
        _ => [],
    };

    private static bool Mentions(Type type, Type wanted) =>
        type == wanted
        || (type.HasElementType && Mentions(type.GetElementType()!, wanted))
        || type.GetGenericArguments().Any(argument => Mentions(argument, wanted));
}
